/** Tests of the module {@code access}. */
@NullMarked
package holdfast.server.access;

import org.jspecify.annotations.NullMarked;
