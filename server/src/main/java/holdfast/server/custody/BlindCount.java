package holdfast.server.custody;

import holdfast.server.media.CaseId;
import holdfast.server.media.SealNumber;
import holdfast.server.place.SiteId;
import holdfast.tape.Barcode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What an officer at the destination found, given before anything expected is shown to them.
 *
 * @param id chosen by the device; the same count sent twice counts once
 * @param at the site where it was counted
 * @param seals the cases that are there, each with the number read on its seal
 * @param cartridges every barcode scanned
 * @param signedAt the device's time; required with a signature, which covers it
 * @param signature by an enrolled device key over {@link Statements#count}; empty: the signed-in session vouches
 */
public record BlindCount(
        HandOverId id,
        SiteId at,
        Map<CaseId, SealNumber> seals,
        Set<Barcode> cartridges,
        Optional<Instant> signedAt,
        Optional<DeviceSignature> signature) {

    public BlindCount {
        seals = Map.copyOf(seals);
        cartridges = Set.copyOf(cartridges);
    }

    /** A count given in a signed-in session. */
    public static BlindCount signedIn(SiteId at, Map<CaseId, SealNumber> seals, Set<Barcode> cartridges) {
        return new BlindCount(
                new HandOverId(UUID.randomUUID()), at, seals, cartridges, Optional.empty(), Optional.empty());
    }
}
