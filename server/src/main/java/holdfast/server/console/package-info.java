/**
 * The pages: what people see of Holdfast in a browser, at a desk or on a phone. A page controller asks the other modules'
 * services, turns their answers into a view (a record that a template can read without thinking), and names a template.
 * No rule is decided here and nothing is stored here; a page never says more than a service said. Nothing depends on this
 * package.
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
            "notice",
            "drill"
        })
@NullMarked
package holdfast.server.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
