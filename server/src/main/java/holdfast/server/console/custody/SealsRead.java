package holdfast.server.console.custody;

import holdfast.server.media.CaseId;
import holdfast.server.media.SealNumber;
import holdfast.tape.Barcode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * What a phone's form carries: at a departure seals in fields {@code seal.CASE}, at a receipt pairs of {@code case} and
 * {@code seal}, and barcodes one a line. A blank seal of a named case is refused; a blank case means nothing.
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
                seals.put(new CaseId(name.substring(PREFIX.length())), new SealNumber(tidy(value)));
            }
        });
        List<String> cases = form.getOrDefault("case", List.of());
        List<String> read = form.getOrDefault("seal", List.of());
        for (int i = 0; i < Math.min(cases.size(), read.size()); i++) {
            if (!cases.get(i).isBlank()) {
                seals.put(new CaseId(tidy(cases.get(i))), new SealNumber(tidy(read.get(i))));
            }
        }
        return seals;
    }

    /** The barcodes of a field, one a line or separated by blanks. */
    static Set<Barcode> barcodes(String text) {
        Set<Barcode> barcodes = new TreeSet<>(java.util.Comparator.comparing(Barcode::value));
        Stream.of(text.split("[\\s,;]+"))
                .filter(word -> !word.isBlank())
                .forEach(word -> barcodes.add(new Barcode(tidy(word))));
        return barcodes;
    }

    private static String tidy(String read) {
        return read.strip().toUpperCase(Locale.ROOT);
    }
}
