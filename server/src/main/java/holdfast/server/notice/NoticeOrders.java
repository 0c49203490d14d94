package holdfast.server.notice;

import holdfast.crypto.Secret;
import holdfast.server.incident.IncidentId;
import holdfast.server.record.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How notices come to be planned by people at their own desks: the data protection officer orders them, one key holder asks
 * that names and addresses be read, another grants it with the reader's passphrase; in that moment the notices are planned
 * as ordered, and the key is forgotten. No key waits in memory for anybody. Safe for many threads.
 */
public interface NoticeOrders {
    /**
     * An order that waits.
     *
     * @param askedBy the key holder who asked; empty while nobody has
     */
    record Order(IncidentId incident, ActorId orderedBy, Instant orderedAt, Optional<ActorId> askedBy) {}

    /**
     * Orders notices for everybody on the media who has none yet.
     *
     * @param by the data protection officer
     * @throws IllegalStateException if the loss is not confirmed, an order waits already, or the settings do not say whom
     *     the persons may ask
     */
    void order(IncidentId incident, ActorId by);

    /** Asks that names and addresses be read for it; asking again replaces an earlier asking. {@code by}: a key holder */
    void ask(IncidentId incident, ActorId by);

    /**
     * Grants it and plans.
     *
     * @param other a key holder who is not the one who asked
     * @throws holdfast.server.vaulting.VaultRefused if that is not the reader's passphrase; the order goes on waiting
     */
    BatchPlan grant(IncidentId incident, Secret passphrase, ActorId other);

    Optional<Order> waiting(IncidentId incident);

    /** All, the oldest first. */
    List<Order> waiting();
}
