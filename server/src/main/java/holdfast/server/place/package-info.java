/**
 * Where things are: sites, who is posted there, and how long the way between two of them usually takes.
 * Nothing here knows what lies at a site.
 */
@ApplicationModule(allowedDependencies = {"platform", "record", "access"})
@NullMarked
package holdfast.server.place;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
