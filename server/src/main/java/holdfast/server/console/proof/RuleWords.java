package holdfast.server.console.proof;

import holdfast.server.console.say.Say;
import holdfast.server.procedure.Rule;
import java.time.Duration;
import java.util.stream.Collectors;

/** A rule in the reader's words. */
final class RuleWords {
    private RuleWords() {}

    /** What it demands. */
    static String text(Rule rule, Say say) {
        return say.known("rule." + rule.id()) ? say.text("rule." + rule.id()) : rule.id();
    }

    /** What is set on it; empty for most. */
    static String set(Rule rule, Say say) {
        return rule.parameters().entrySet().stream()
                .map(one -> say.text("rule.set." + one.getKey(), value(one.getValue(), say)))
                .collect(Collectors.joining(say.text("list.comma")));
    }

    private static String value(String parameter, Say say) {
        if (parameter.startsWith("PT")) {
            return say.span(Duration.parse(parameter));
        }
        return parameter.matches("[0-9]+") ? say.number(Long.parseLong(parameter)) : parameter;
    }
}
