/** Tests of the module {@code watch}. */
@NullMarked
package holdfast.server.watch;

import org.jspecify.annotations.NullMarked;
