package holdfast.server.custody;

import holdfast.server.media.CaseId;
import holdfast.server.media.SealNumber;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A giver's or carrier's confirmation: the seals as they read them, and which facts they were shown.
 *
 * @param id chosen by the device; the same confirmation sent twice counts once
 * @param sealsRead the number read on each case
 * @param shown digest of the {@link DepartureView} that was on the screen
 * @param signedAt the device's time; required with a signature, which covers it
 * @param signature by an enrolled device key over {@link Statements#confirmation}; empty: the signed-in session vouches
 */
public record Confirmation(
        HandOverId id,
        Map<CaseId, SealNumber> sealsRead,
        Digest shown,
        Optional<Instant> signedAt,
        Optional<DeviceSignature> signature) {

    public Confirmation {
        sealsRead = Map.copyOf(sealsRead);
    }

    /** Confirmed by a person who is signed in: the session and the ledger entry stand for the signature. */
    public static Confirmation signedIn(Map<CaseId, SealNumber> sealsRead, Digest shown) {
        return new Confirmation(
                new HandOverId(UUID.randomUUID()), sealsRead, shown, Optional.empty(), Optional.empty());
    }
}
