/**
 * The main job, replayed on a scratch system: a whole morning from the backup to the answered enquiry.
 *
 * <p>Everything is done through the services that the server offers to its users; nothing is canned. The clock
 * is discrete ({@link holdfast.server.drill.DrillClock}), and no code here rings an alarm: the server's own due
 * work does. What is checked afterwards (the recount) is done by other code than what it checks.
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
            "secondsite"
        })
@NullMarked
package holdfast.server.drill;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
