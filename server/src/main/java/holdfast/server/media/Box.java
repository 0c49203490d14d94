package holdfast.server.media;

import holdfast.server.place.SiteId;
import holdfast.server.record.Ref;
import java.util.Optional;

/**
 * A case: the protective box that carries cartridges.
 *
 * @param description make and proof: "shock-, heat- and water-proof, 20 slots"
 * @param lock the lock's number or kind
 * @param slots how many cartridges fit
 * @param site where it stands; empty while it is in transit or lost
 * @param consignment with what it travels, or was lost
 * @param seal the seal that closes it; empty while open
 * @param lost whether its loss was confirmed
 */
public record Box(
        CaseId id,
        String description,
        String lock,
        int slots,
        Optional<SiteId> site,
        Optional<Ref> consignment,
        Optional<SealNumber> seal,
        boolean lost) {}
