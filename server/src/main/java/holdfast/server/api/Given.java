package holdfast.server.api;

import holdfast.server.media.CaseId;
import holdfast.server.media.SealNumber;
import holdfast.server.record.ActorId;
import holdfast.tape.Barcode;
import java.security.Principal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a request brings into the types of the modules. What is missing is said by its name. */
final class Given {

    private Given() {}

    static ActorId caller(Principal principal) {
        return new ActorId(principal.getName());
    }

    static <T> T needed(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("'" + name + "' is missing.");
        }
        return value;
    }

    static String text(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("'" + name + "' is missing.");
        }
        return value.strip();
    }

    static Set<Barcode> barcodes(@Nullable Collection<String> values) {
        return needed(values, "cartridges").stream().map(Barcode::new).collect(Collectors.toSet());
    }

    static Set<CaseId> boxes(@Nullable Collection<String> values) {
        return needed(values, "cases").stream().map(CaseId::new).collect(Collectors.toSet());
    }

    static Map<CaseId, SealNumber> seals(@Nullable Map<String, String> values) {
        Map<CaseId, SealNumber> seals = new HashMap<>();
        needed(values, "seals").forEach((box, seal) -> seals.put(new CaseId(box), new SealNumber(seal)));
        return seals;
    }
}
