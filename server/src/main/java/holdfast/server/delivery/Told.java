package holdfast.server.delivery;

import holdfast.server.record.ActorId;
import java.time.Instant;
import java.util.Optional;

/**
 * One person told one thing.
 *
 * @param at when the act that tells them was committed
 * @param sentAt when the mail server took charge of it; empty while it waits
 * @param result what the mail server said, or why it was not sent, in plain words
 */
public record Told(
        long id, ActorId to, Alert alert, State state, Instant at, Optional<Instant> sentAt, int tries, String result) {
    /** How far the message has come. */
    public enum State {
        /** Waits to be sent, perhaps again. */
        WAITING,
        /** The mail server took charge of it. */
        SENT,
        /** Given up: refused for good, or there is no address. It stands in the console all the same. */
        NOT_SENT
    }
}
