package holdfast.server.watch;

import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import java.time.Instant;
import java.util.Set;

/**
 * A rung of a ladder was reached, because something had not happened. Published as an application event inside
 * the ringing transaction, once for each rung.
 *
 * @param rung from 0
 * @param heard who was told
 * @param at by the clock when it rang; later than its time if the server was down
 */
public record RungReached(
        DueId due, String what, Ref about, Instant dueAt, int rung, String label, Set<ActorId> heard, Instant at) {
    /** Who heard, by their part in the ladder, to be said in any language. */
    public Phrase said() {
        return Rung.said(label);
    }
}
