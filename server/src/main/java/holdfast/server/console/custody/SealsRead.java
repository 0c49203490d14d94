package holdfast.server.console.custody;

import holdfast.server.console.page.Scanned;
import holdfast.server.media.CaseId;
import holdfast.server.media.SealNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/**
 * What a phone's form carries: at a departure seals in fields {@code seal.CASE}, at a receipt pairs of {@code case} and
 * {@code seal}. A blank seal of a named case is refused; a blank case means nothing.
 */
final class SealsRead {
    private static final String PREFIX = "seal.";

    private SealsRead() {}

    /**
     * The seals of a form.
     *
     * @throws IllegalArgumentException if a number cannot be a seal's or a case's
     */
    static Map<CaseId, SealNumber> seals(MultiValueMap<String, String> form) {
        Map<CaseId, SealNumber> seals = new LinkedHashMap<>();
        form.toSingleValueMap().forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !value.isBlank()) {
                seals.put(new CaseId(name.substring(PREFIX.length())), Scanned.seal(value));
            }
        });
        List<String> cases = form.getOrDefault("case", List.of());
        List<String> read = form.getOrDefault("seal", List.of());
        for (int i = 0; i < Math.min(cases.size(), read.size()); i++) {
            if (!cases.get(i).isBlank()) {
                seals.put(Scanned.box(cases.get(i)), Scanned.seal(read.get(i)));
            }
        }
        return seals;
    }
}
