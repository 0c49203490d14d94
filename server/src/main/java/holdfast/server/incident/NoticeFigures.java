package holdfast.server.incident;

import java.time.Instant;
import java.util.Optional;

/**
 * What reports and clocks need to know of the notices to persons. Implemented by {@code notice}, which depends on this
 * module and not the other way round.
 */
public interface NoticeFigures {
    /**
     * Where the notices of an incident stand.
     *
     * @param planned 0 where none are planned
     * @param settled accepted by a mail server, or printed
     */
    record Figures(long planned, long settled, Optional<Instant> first, long mediaEnquiries, long publicEnquiries) {}

    Figures figures(IncidentId incident);

    /** When every notice had an end; empty while one has not, or none is planned. */
    Optional<Instant> completedAt(IncidentId incident);
}
