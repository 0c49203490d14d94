package holdfast.server.delivery;

import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import java.util.List;

/**
 * Tells people of the office. The message is stored in the caller's transaction and sent after it commits; if the
 * server dies in between, it is sent when it starts again. An alarm may therefore reach somebody twice, never not at all.
 * Safe for many threads.
 */
public interface Delivery {
    /**
     * Tells somebody. Joins the caller's transaction, which must exist; sends nothing if that rolls back.
     *
     * @throws java.util.NoSuchElementException if there is no such person
     */
    void tell(ActorId to, Alert alert);

    /** Who was told what about this, the oldest first. */
    List<Told> told(Ref about);

    /** What one person was told, the newest first: shown to them in the console. */
    List<Told> toldTo(ActorId person, int n);

    /**
     * Sends what waits, now, and returns when it was tried. Also runs by itself after each commit and every second.
     *
     * @return how many messages a mail server took charge of
     */
    int sendWaiting();
}
