/**
 * What every other module stands on: the data folder and its lock, the database that the server starts for
 * itself, the clock and the random source as beans, small helpers for SQL, and the beat that runs due work.
 *
 * <p>Nothing here knows what Holdfast is for: no people, no cartridges, no rules.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package holdfast.server.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
