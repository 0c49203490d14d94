package holdfast.server.watch;

import holdfast.server.record.ActorId;
import java.time.Instant;
import java.util.Optional;

/**
 * An expectation that is not yet fulfilled.
 *
 * @param expectation as it stands now, after any extension
 * @param by who expects it
 * @param rungsReached how many rungs have rung since the due time (or its last extension); 0 if none
 * @param nextRing when the next rung is reached; empty when the ladder is at its top
 */
public record OpenDue(DueId id, Expectation expectation, ActorId by, int rungsReached, Optional<Instant> nextRing) {}
