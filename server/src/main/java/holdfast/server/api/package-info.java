/**
 * REST for the command line and for other systems. Says over HTTP what the modules' services say in Java; decides nothing
 * itself. Nothing depends on it.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "record",
            "access",
            "place",
            "delivery",
            "keys",
            "watch",
            "procedure",
            "media",
            "vaulting",
            "exposure",
            "custody",
            "incident",
            "notice"
        })
@NullMarked
package holdfast.server.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
