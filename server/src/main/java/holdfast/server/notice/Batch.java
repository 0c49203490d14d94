package holdfast.server.notice;

import holdfast.server.access.Language;
import holdfast.server.incident.IncidentId;
import holdfast.server.record.ActorId;
import java.time.Instant;
import java.util.Optional;

/**
 * Notices that are approved and sent together: one category, one language, one channel.
 *
 * @param category what the persons are to the department: {@code creditor}, {@code staff}
 * @param notices how many
 * @param settled how many have an end: accepted, printed, or refused for good
 * @param inDoubt how many may or may not have been accepted
 * @param forgetAt when its names and addresses go by themselves; empty until it is done
 * @param forgottenAt when they went
 * @param digest over the states of its notices, as the ledger has it; empty until it is done
 */
public record Batch(
        BatchId id,
        IncidentId incident,
        String category,
        Language language,
        Channel channel,
        State state,
        long notices,
        long settled,
        long inDoubt,
        ActorId planner,
        Optional<ActorId> approver,
        Instant plannedAt,
        String digest,
        Optional<Instant> forgetAt,
        Optional<Instant> forgottenAt) {
    /** How far it has come. */
    public enum State {
        PLANNED,
        APPROVED,
        /** Every notice has an end. */
        DONE
    }
}
