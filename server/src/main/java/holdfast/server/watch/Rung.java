package holdfast.server.watch;

import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import java.time.Duration;
import java.util.Set;

/**
 * A step of the ladder.
 *
 * @param label who hears, in a word: "both sites", "manager", "head of office"
 * @param afterDue how long after the due time; zero is at the due time itself
 * @param hear who is told
 */
public record Rung(String label, Duration afterDue, Set<ActorId> hear) {
    private static final Set<String> KNOWN = Set.of(
            "courier and both sites",
            "manager",
            "managers",
            "head of office",
            "data protection officer",
            "operators",
            "those posted at the site",
            "owner");

    public Rung {
        hear = Set.copyOf(hear);
        if (afterDue.isNegative()) {
            throw new IllegalArgumentException("no rung is reached before the due time");
        }
    }

    /** Who hears, to be said in any language; a label that the product does not know is said as it is. */
    public Phrase said() {
        return said(label);
    }

    static Phrase said(String label) {
        return KNOWN.contains(label) ? Phrase.of("rung." + label.replace(' ', '-')) : Phrase.asItIs(label);
    }
}
