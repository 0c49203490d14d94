package holdfast.server.notice;

import holdfast.server.incident.IncidentId;
import holdfast.server.record.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The enquiry desk: every question is logged, counted for the reports, and answered. */
public interface Enquiries {
    /** How it reached the office. */
    enum Way {
        TELEPHONE,
        EMAIL,
        COUNTER,
        MEDIA
    }

    /**
     * One enquiry.
     *
     * @param reference of the notice, where the person gave one; or empty
     * @param question in the desk's words, without identity card numbers
     * @param answer what was said; empty while it is open
     */
    record Enquiry(
            long id,
            IncidentId incident,
            Way way,
            Instant at,
            String reference,
            String question,
            String answer,
            ActorId by,
            Optional<Instant> answeredAt) {}

    /** Logs an enquiry, answered already or not (empty). */
    Enquiry log(IncidentId incident, Way way, String reference, String question, String answer, ActorId by);

    void answer(long enquiry, String answer, ActorId by);

    /** The newest first. */
    List<Enquiry> enquiries(IncidentId incident);
}
