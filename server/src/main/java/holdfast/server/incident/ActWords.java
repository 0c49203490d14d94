package holdfast.server.incident;

import holdfast.server.record.Entry;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An entry in plain English, from its act and its facts. Acts are named so that they read well; a few have better words. */
final class ActWords {
    private static final int LONGEST_FACT = 90;
    private static final int FACTS = 4;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.UK);

    /** Facts that say nothing to a reader of the story. */
    private static final Set<String> MACHINERY =
            Set.of("leg", "rung", "rungs", "ladder", "confirmed", "about", "title");

    /** What an act is called, where its own name does not say it. */
    private static final Map<String, String> BETTER = Map.of(
            "due.expected", "A due time began to run",
            "due.rang", "The alarm rang",
            "due.fulfilled", "What was due has happened",
            "incident.marked", "A mark was set",
            "incident.opened", "The incident was opened",
            "incident.loss-confirmed", "The loss was confirmed",
            "incident.keys-quarantined", "The keys were quarantined",
            "incident.contact-logged", "Somebody was told",
            "incident.judged", "A question was decided");

    private ActWords() {}

    /** @param zone in which times among the facts are said */
    static String of(Entry entry, ZoneId zone) {
        String facts = new TreeMap<>(entry.facts())
                .entrySet().stream()
                        .map(fact -> fact(fact.getKey(), fact.getValue(), zone))
                        .filter(text -> !text.isEmpty())
                        .limit(FACTS)
                        .collect(Collectors.joining("; "));
        String act = BETTER.getOrDefault(entry.act(), plain(entry.act()));
        return facts.isEmpty() ? act : act + ": " + facts;
    }

    /** {@code consignment.released} is "Consignment released". */
    private static String plain(String act) {
        String words = act.replace('.', ' ').replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String fact(String name, Object value, ZoneId zone) {
        String text = switch (value) {
            case List<?> list when list.size() > 10 -> list.size() + " items";
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Map<?, ?> map -> map.size() + " items";
            default -> String.valueOf(value);
        };
        boolean digest = text.length() >= 36 && text.matches("[0-9a-f-]+");
        if (text.isBlank() || digest || text.contains("\n") || MACHINERY.contains(name)) {
            return "";
        }
        if (text.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}.*Z")) {
            return name + " " + TIME.format(Instant.parse(text).atZone(zone));
        }
        return name + " " + (text.length() > LONGEST_FACT ? text.substring(0, LONGEST_FACT) + "…" : text);
    }
}
