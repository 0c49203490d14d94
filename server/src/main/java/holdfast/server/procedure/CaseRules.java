package holdfast.server.procedure;

import holdfast.server.procedure.Facts.CaseFacts;
import holdfast.server.procedure.Facts.MediumFacts;
import java.util.ArrayList;
import java.util.List;

/** The rules that look at what travels and how it is closed. */
final class CaseRules {

    private CaseRules() {}

    static List<Finding> sealPresent(Rule rule, Facts facts) {
        List<Finding> found = new ArrayList<>();
        if (facts.cases().isEmpty()) {
            found.add(Finding.of(rule, "no-case"));
        }
        for (CaseFacts box : facts.cases()) {
            if (box.seal().isEmpty()) {
                found.add(Finding.of(rule, "unsealed", box.id()));
            }
            if (box.media().isEmpty()) {
                found.add(Finding.of(rule, "empty", box.id()));
            }
        }
        return List.copyOf(found);
    }

    static List<Finding> keysApart(Rule rule, Facts facts) {
        List<Finding> found = new ArrayList<>();
        for (CaseFacts box : facts.cases()) {
            for (String thing : box.keyMaterial()) {
                found.add(Finding.of(rule, "in-case", box.id(), thing));
            }
        }
        facts.shares().forEach((set, shares) -> {
            if (shares.travelling() >= shares.enough()) {
                found.add(Finding.of(rule, "shares", set, shares.travelling(), shares.enough()));
            }
        });
        if (facts.carrierHoldsKeys()) {
            found.add(Finding.of(rule, "carrier-holds-keys"));
        }
        return List.copyOf(found);
    }

    static List<Finding> classificationLabel(Rule rule, Facts facts) {
        List<Finding> found = new ArrayList<>();
        for (CaseFacts box : facts.cases()) {
            if (box.classification().isEmpty()) {
                found.add(Finding.of(rule, "case", box.id()));
            }
            for (MediumFacts medium : box.media()) {
                if (medium.classification().isEmpty()) {
                    found.add(Finding.of(rule, "medium", medium.barcode()));
                }
            }
        }
        return List.copyOf(found);
    }

    static List<Finding> readableByNobody(Rule rule, Facts facts) {
        return facts.cases().stream()
                .flatMap(box -> box.media().stream())
                .filter(medium -> !medium.encrypted())
                .map(medium -> Finding.of(rule, "readable", medium.barcode()))
                .toList();
    }
}
