/**
 * Is everything there and what it was: structure by a cataloguer, contents by a reader.
 *
 * <p>Repairs nothing.
 */
@NullMarked
package holdfast.vault.check;

import org.jspecify.annotations.NullMarked;
