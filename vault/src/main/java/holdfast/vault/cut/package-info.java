/**
 * Where a file is cut into chunks: by its content, so that what was inserted or removed moves no other cut.
 */
@NullMarked
package holdfast.vault.cut;

import org.jspecify.annotations.NullMarked;
