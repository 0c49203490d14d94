package holdfast.server.watch;

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
    public Rung {
        hear = Set.copyOf(hear);
        if (afterDue.isNegative()) {
            throw new IllegalArgumentException("no rung is reached before the due time");
        }
    }
}
