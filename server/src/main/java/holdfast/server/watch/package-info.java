/**
 * Everything that should have happened, by when, and who hears of it if it has not. Silence is the alarm: the
 * ladder climbs by the clock, and nobody on the trip can extend or stop it.
 *
 * <p>What was expected, and what its being late means, is known to the module that expects it; it listens for
 * {@link holdfast.server.watch.RungReached}.
 */
@ApplicationModule(allowedDependencies = {"platform", "record", "access", "place", "delivery"})
@NullMarked
package holdfast.server.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
