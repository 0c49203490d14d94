package holdfast.server.custody;

import holdfast.server.media.CaseId;
import holdfast.server.media.SealNumber;
import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One person's side of a hand-over, as it was signed.
 *
 * @param id chosen by whoever signs, so that the same statement sent twice is one hand-over
 * @param leg from 1
 * @param at when the server learned of it
 * @param clientAt when the signer's device says it happened; a claim, kept beside the server's time
 * @param place the site where it happened
 * @param sealsRead what the signer read on each case, before anything expected was shown
 * @param shown canonical text of what was on the screen, the forecast with it; for a count, what
 *     was shown after it was given
 * @param statement the canonical text that was signed ({@link Statements}): the seals, and the digest of {@code shown}
 * @param digest SHA-256 of {@code statement}, as in the ledger entry
 * @param signature by a device key; empty: confirmed in a signed-in session
 * @param entry the ledger entry that records it
 */
public record HandOver(
        HandOverId id,
        Kind kind,
        ConsignmentId consignment,
        int leg,
        ActorId by,
        Instant at,
        Optional<Instant> clientAt,
        SiteId place,
        Map<CaseId, SealNumber> sealsRead,
        String shown,
        String statement,
        Digest digest,
        Optional<DeviceSignature> signature,
        EntryId entry) {

    public HandOver {
        sealsRead = Map.copyOf(sealsRead);
    }

    /** Which side. */
    public enum Kind {
        /** The giver lets go. */
        RELEASE,
        /** The carrier takes. */
        TAKE,
        /** An officer at the destination counts. */
        RECEIVE
    }
}
