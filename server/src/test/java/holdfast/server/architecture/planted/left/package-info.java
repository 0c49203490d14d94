/** One half of a planted cycle. */
@NullMarked
package holdfast.server.architecture.planted.left;

import org.jspecify.annotations.NullMarked;
