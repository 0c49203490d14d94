package holdfast.server.notice;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the notices of an incident have come.
 *
 * @param total planned
 * @param waiting not yet tried
 * @param sending marked as being sent, by a process that is alive
 * @param accepted taken charge of by the receiver
 * @param printed on a page of a batch's PDF
 * @param refused for good; a person decides what follows
 * @param inDoubt may or may not have been accepted
 * @param perSecond over the last seconds; 0 when nothing runs
 * @param senderPid the sender's process, if it is alive
 */
public record Progress(
        long total,
        long waiting,
        long sending,
        long accepted,
        long printed,
        long refused,
        long inDoubt,
        double perSecond,
        Optional<Instant> startedAt,
        Optional<Long> senderPid) {
    /** How many have an end. */
    public long settled() {
        return accepted + printed + refused;
    }
}
