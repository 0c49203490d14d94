/** A small application whose module {@code nosy} knows more than it says: planted, so that the check is seen to fail. */
@NullMarked
package holdfast.server.architecture.planted.modules;

import org.jspecify.annotations.NullMarked;
