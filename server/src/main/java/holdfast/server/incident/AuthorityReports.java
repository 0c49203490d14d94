package holdfast.server.incident;

import holdfast.server.record.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports to authorities: filled in, approved by a second person, sent by a person, and what came back. */
public interface AuthorityReports {
    /** The four that every lost tape of a department calls for. */
    Set<Form> FIRST = Set.of(Form.POLICE, Form.PCPD, Form.SECURITY_BUREAU, Form.DPO_C2);

    /** Fills these in from the record as it is now, as PDF and JSON. Earlier drafts not yet sent are replaced. */
    List<AuthorityReport> draft(IncidentId incident, Set<Form> forms, ActorId by);

    /**
     * A question that no record can answer.
     *
     * @param label of its field, as the forms have it, in English
     * @param by who is to answer it
     * @param forms that ask it
     * @param answer as last given, whose, and when; empty while it is open
     */
    record Question(String field, String label, String by, String hint, List<Form> forms, Optional<Answered> answer) {}

    /** An answer as given. */
    record Answered(String text, ActorId by, Instant at) {}

    /** Every question of the reports drafted so far and of the first four, open ones first. */
    List<Question> questions(IncidentId incident);

    /** Answers a field that only a person can. The answer goes into every form that asks it; draft again to see it. */
    void answer(IncidentId incident, String field, String answer, ActorId by);

    /** The author says that it can go. */
    AuthorityReport ready(IncidentId incident, Form form, ActorId by);

    /** Lets it go. {@code other}: the head or a manager, who is not the author */
    AuthorityReport approve(IncidentId incident, Form form, ActorId other);

    /** Records that it went out, by which channel and when. Sets the marks that follow from it. */
    AuthorityReport sent(IncidentId incident, Form form, String channel, Instant at, ActorId by);

    /** Records the receipt or case reference that came back. */
    AuthorityReport acknowledged(IncidentId incident, Form form, String receipt, ActorId by);

    /** The newest of each form. */
    List<AuthorityReport> reports(IncidentId incident);
}
