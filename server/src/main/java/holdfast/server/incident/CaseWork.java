package holdfast.server.incident;

import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The inquiry: findings that cite entries, actions with owners, and notes that only a few may read. */
public interface CaseWork {
    /** A finding of the inquiry. */
    record InquiryFinding(long id, String text, List<EntryId> evidence, ActorId by, Instant at) {}

    /** Something to be done, by somebody, by a day. */
    record CaseAction(
            long id, String what, ActorId owner, Instant due, ActorId setBy, Optional<Instant> doneAt, String result) {}

    /** A restricted note. Each reading is recorded. */
    record CaseNote(long id, String text, ActorId by, Instant at) {}

    void finding(IncidentId incident, String text, List<EntryId> evidence, ActorId by);

    List<InquiryFinding> findings(IncidentId incident);

    /**
     * Sets an action. When it is due and not done it rings: for whoever took it on and whoever set it, a day later for the
     * head.
     *
     * @param owner who is to do it
     * @param due after now
     * @param by the data protection officer, a manager or the head
     */
    void action(IncidentId incident, String what, ActorId owner, Instant due, ActorId by);

    /** Says that it is done, and what came of it. {@code by}: its owner, or one of those who may set actions */
    void done(IncidentId incident, long actionId, String result, ActorId by);

    /** Open ones first, the earliest due first. */
    List<CaseAction> actions(IncidentId incident);

    /** {@code by}: the data protection officer, a manager or the head */
    void note(IncidentId incident, String text, ActorId by);

    /** Reads the notes, which is itself recorded. {@code by}: as above, or an auditor */
    List<CaseNote> notes(IncidentId incident, ActorId by);
}
