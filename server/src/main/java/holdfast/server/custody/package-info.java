/**
 * Consignments and hand-overs: cases on their way from one site to another, who let them go, who carried them, who
 * counted them, and what everybody knew at that moment.
 *
 * <p>Silence is the alarm: a release sets a due time in {@code watch}, and nothing that anybody on the trip can do extends
 * or stops it. The place and the last proven possession of each cartridge are kept by {@code media}; incidents by
 * {@code incident}, which listens.
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
            "exposure"
        })
@NullMarked
package holdfast.server.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
