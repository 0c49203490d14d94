package holdfast.server.incident;

import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What may be said about whether the data can be read, with the evidence of each sentence. Signed by one person, for a
 * time; it stops standing when anything it rests on changes. It never says 'safe'.
 *
 * @param countedAt when the evidence was counted
 * @param findings question by question
 * @param cannotSee what the evidence would not show
 * @param conclusion in a sentence
 * @param signedBy empty while it is a draft
 * @param expiresAt after this it must be made again
 * @param lapsed why it no longer stands, as a word ({@code loss-confirmed}, {@code found-again},
 *     {@code evidence-changed}), or empty
 */
public record Assessment(
        long id,
        IncidentId incident,
        Instant countedAt,
        List<Finding> findings,
        List<Phrase> cannotSee,
        Phrase conclusion,
        Optional<ActorId> signedBy,
        Optional<Instant> signedAt,
        Optional<Instant> expiresAt,
        String lapsed) {
    /**
     * One question of those that authorities ask about encryption.
     *
     * @param evidence what the answer rests on: ledger entries, key stores by name
     * @param open whether a person still has to answer
     */
    public record Finding(Phrase question, Phrase answer, List<Phrase> evidence, String askedBy, boolean open) {}

    /** Whether it may be cited at {@code now}. */
    public boolean stands(Instant now) {
        return signedBy.isPresent()
                && lapsed.isEmpty()
                && expiresAt.filter(now::isBefore).isPresent();
    }
}
