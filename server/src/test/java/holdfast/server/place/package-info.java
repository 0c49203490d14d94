/** Tests of the module {@code place}. */
@NullMarked
package holdfast.server.place;

import org.jspecify.annotations.NullMarked;
