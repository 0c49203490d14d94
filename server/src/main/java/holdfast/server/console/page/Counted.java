package holdfast.server.console.page;

import holdfast.server.console.say.Say;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A named count: persons of a category, of a language, with a kind of data. */
public record Counted(String name, long count) {
    /**
     * The largest first, under the reader's names for the codes.
     *
     * @param prefix of the message keys; a code without a message stands for itself (a column's own name)
     */
    public static List<Counted> of(Map<String, Long> counts, String prefix, Say say) {
        return counts.entrySet().stream()
                .map(entry -> new Counted(name(prefix + entry.getKey(), entry.getKey(), say), entry.getValue()))
                .sorted(Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::name))
                .toList();
    }

    private static String name(String key, String code, Say say) {
        return say.known(key) ? say.text(key) : code;
    }
}
