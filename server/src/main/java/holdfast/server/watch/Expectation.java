package holdfast.server.watch;

import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Something that should happen by a time.
 *
 * @param what in a word: "receipt", "count", "backup", "drill", "report", "transfer"
 * @param about the thing that waits
 * @param ladder who hears when it does not happen, in the order of time; at least one rung
 * @param involved who may not extend it or stop it: the trip's own people
 */
public record Expectation(String what, Ref about, Instant due, List<Rung> ladder, Set<ActorId> involved) {
    public Expectation {
        ladder = List.copyOf(ladder);
        involved = Set.copyOf(involved);
        if (ladder.isEmpty()) {
            throw new IllegalArgumentException("somebody must hear when it does not happen: a ladder needs a rung");
        }
        for (int i = 1; i < ladder.size(); i++) {
            if (ladder.get(i).afterDue().compareTo(ladder.get(i - 1).afterDue()) < 0) {
                throw new IllegalArgumentException("a ladder climbs: its rungs are in the order of time");
            }
        }
    }
}
