package holdfast.server.procedure;

import holdfast.server.platform.Invalid;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rules as they are stored: one a line, {@code exposure-ceiling persons=80000}. */
final class RuleCodec {

    private RuleCodec() {}

    static String write(List<Rule> rules) {
        return rules.stream().map(RuleCodec::line).collect(Collectors.joining("\n"));
    }

    static List<Rule> read(String text) {
        return text.lines().map(RuleCodec::rule).toList();
    }

    private static String line(Rule rule) {
        StringBuilder line = new StringBuilder(rule.id());
        new TreeMap<>(rule.parameters())
                .forEach((name, value) ->
                        line.append(' ').append(name).append('=').append(value));
        return line.toString();
    }

    private static Rule rule(String line) {
        List<String> words = List.of(line.split(" ", -1));
        Map<String, String> values = new HashMap<>();
        for (String word : words.subList(1, words.size())) {
            int equals = word.indexOf('=');
            values.put(word.substring(0, equals), word.substring(equals + 1));
        }
        try {
            return rule(words.getFirst(), values);
        } catch (IllegalArgumentException unknown) {
            // A rule that this release does not know must not silently stop being asked.
            throw new IllegalStateException(
                    "The stored procedure cannot be judged by this release of Holdfast: " + unknown.getMessage()
                            + " Run the release that wrote it, or a newer one.",
                    unknown);
        }
    }

    /** The rule of this id with these parameters. */
    static Rule rule(String id, Map<String, String> values) {
        return switch (id) {
            case "two-persons" -> new Rule.TwoPersons();
            case "guideline-acknowledged" -> new Rule.GuidelineAcknowledged();
            case "seal-present" -> new Rule.SealPresent();
            case "keys-apart" -> new Rule.KeysApart();
            case "classification-label" -> new Rule.ClassificationLabel();
            case "readable-by-nobody" -> new Rule.ReadableByNobody();
            case "route-permitted" -> new Rule.RoutePermitted();
            case Rule.DUE_WITHIN -> new Rule.DueWithin(duration(value(values, "most")));
            case Rule.EXPOSURE_CEILING -> new Rule.ExposureCeiling(Long.parseLong(value(values, "persons")));
            case "not-the-only-copy" -> new Rule.NotTheOnlyCopy();
            default -> throw new Invalid("refused.no-rule", id);
        };
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new Invalid("refused.duration-form", text);
        }
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new Invalid("refused.rule-parameter", name);
        }
        return value;
    }
}
