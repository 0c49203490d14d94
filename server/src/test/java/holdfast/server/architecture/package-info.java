/** The walls, checked; each check is itself shown to fail on a violation planted in {@code planted}. */
@NullMarked
package holdfast.server.architecture;

import org.jspecify.annotations.NullMarked;
