package holdfast.server.procedure;

import holdfast.server.platform.Phrase;
import java.util.List;
import java.util.Locale;

/**
 * How a version of the procedure judged a departure.
 *
 * @param version the version in force at that moment
 * @param rules the ids of all rules asked, in order: what was checked and passed matters as much as what did not
 * @param against what stands against it; empty: the departure may go
 */
public record Findings(int version, List<String> rules, List<Finding> against) {

    public Findings {
        rules = List.copyOf(rules);
        against = List.copyOf(against);
    }

    /** Whether the departure may go. */
    public boolean permits() {
        return against.isEmpty();
    }

    /** Whether this rule was asked and had nothing against it. */
    public boolean passed(String rule) {
        return rules.contains(rule)
                && against.stream().noneMatch(finding -> finding.rule().equals(rule));
    }

    /** All that stands against it, to be said in any language; there is something. */
    public Phrase said() {
        return Phrase.together(against.stream().map(Finding::said).toList());
    }

    /** All that stands against it, one sentence pair a line, for messages to people. */
    public String explain(Locale locale) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : against) {
            text.append(finding.found(locale))
                    .append(' ')
                    .append(finding.todo(locale))
                    .append('\n');
        }
        return text.toString().strip();
    }
}
