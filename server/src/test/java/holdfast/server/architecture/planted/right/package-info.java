/** One half of a planted cycle. */
@NullMarked
package holdfast.server.architecture.planted.right;

import org.jspecify.annotations.NullMarked;
