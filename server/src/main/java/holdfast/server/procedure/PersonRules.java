package holdfast.server.procedure;

import holdfast.server.procedure.Facts.CaseFacts;
import java.util.ArrayList;
import java.util.List;

/** The rules that look at who gives and who carries. */
final class PersonRules {

    private PersonRules() {}

    static List<Finding> twoPersons(Rule rule, Facts facts) {
        List<Finding> found = new ArrayList<>();
        if (facts.giver().equals(facts.carrier())) {
            found.add(Finding.of(rule, "same-person"));
        }
        for (CaseFacts box : facts.cases()) {
            if (box.sealedBy().filter(facts.carrier()::equals).isPresent()) {
                found.add(Finding.of(rule, "carrier-sealed", box.id()));
            }
        }
        return List.copyOf(found);
    }

    static List<Finding> guidelineAcknowledged(Rule rule, Facts facts) {
        return switch (facts.guideline()) {
            case ACKNOWLEDGED -> List.of();
            case NOT_ACKNOWLEDGED -> List.of(Finding.of(rule, "not-acknowledged"));
            case NONE_ISSUED -> List.of(Finding.of(rule, "none-issued"));
        };
    }
}
