package holdfast.server.incident;

import holdfast.server.access.Language;
import holdfast.server.record.ActorId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The public statement: drafted from the facts, in three languages; a person edits and another lets it go. */
public interface Statements {
    /**
     * A statement.
     *
     * @param text by language; numbers and times come from the record
     */
    record Statement(
            IncidentId incident,
            Map<Language, String> text,
            Instant draftedAt,
            ActorId author,
            Optional<ActorId> approver,
            Optional<Instant> approvedAt) {}

    /** Drafts it from the record as it is now. */
    Statement draft(IncidentId incident, ActorId by);

    /** Changes the words in one language; an approval before it no longer counts. */
    Statement edit(IncidentId incident, Language language, String text, ActorId by);

    /** {@code other}: the head, who is not the author */
    Statement approve(IncidentId incident, ActorId other);

    Optional<Statement> statement(IncidentId incident);
}
