package holdfast.server.incident;

import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A report to an authority.
 *
 * @param version counts from 1; drafting again from newer facts gives the next
 * @param open the fields that only a person can answer and nobody has yet
 * @param clock the rule it fulfils, as it stands
 * @param receipt their case reference or receipt, or empty
 */
public record AuthorityReport(
        IncidentId incident,
        Form form,
        int version,
        Status status,
        Instant draftedAt,
        ActorId author,
        Optional<ActorId> approver,
        Optional<Instant> sentAt,
        String receipt,
        List<OpenField> open,
        Clock clock,
        Path pdf,
        Path json) {
    /** How far a report has come. */
    public enum Status {
        /** Filled in from the record. */
        DRAFTED,
        /** Its author says that it can go, open fields or not. */
        READY,
        /** Somebody else let it go. */
        APPROVED,
        SENT,
        /** The authority gave a receipt or a case reference. */
        ACKNOWLEDGED;

        /** In a word or two, to be said in any language. */
        public Phrase said() {
            return Phrase.of("report.status." + name());
        }
    }

    /** A report that went out. */
    record Brief(Form form, Instant sentAt) {}

    /** A field that is left open, and who is to answer it. */
    public record OpenField(String field, String label, String by) {}
}
