package holdfast.server.procedure;

import holdfast.server.procedure.Rule.DueWithin;
import holdfast.server.procedure.Rule.ExposureCeiling;
import java.time.Duration;
import java.util.List;

/** The rules that look at the way, the time, and what would be lost. */
final class TripRules {

    private TripRules() {}

    static List<Finding> routePermitted(Rule rule, Facts facts) {
        return facts.usualDuration().isPresent()
                ? List.of()
                : List.of(Finding.of(
                        rule, "unknown", facts.from().value(), facts.to().value()));
    }

    static List<Finding> dueWithin(DueWithin rule, Facts facts) {
        if (!facts.due().isAfter(facts.departure())) {
            return List.of(Finding.of(rule, "past"));
        }
        Duration planned = Duration.between(facts.departure(), facts.due());
        return planned.compareTo(rule.most()) <= 0
                ? List.of()
                : List.of(Finding.of(
                        rule, "too-late", planned.toMinutes(), rule.most().toMinutes()));
    }

    static List<Finding> exposureCeiling(ExposureCeiling rule, Facts facts) {
        Facts.ExposureFacts exposure = facts.exposure();
        long atMost = exposure.persons() + exposure.unknownAtMost();
        return atMost <= rule.persons() ? List.of() : List.of(Finding.of(rule, "over", atMost, rule.persons()));
    }

    static List<Finding> notTheOnlyCopy(Rule rule, Facts facts) {
        return facts.exposure()
                .onlyCopy()
                .map(at -> List.of(Finding.of(rule, "only-copy", at)))
                .orElse(List.of());
    }
}
