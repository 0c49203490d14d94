package holdfast.server.custody;

import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import holdfast.tape.Barcode;
import java.time.Instant;

/**
 * A cartridge that was missing or lost is in hand again. Published inside the reporting transaction.
 *
 * @param wasLost whether its loss had been confirmed
 */
public record CartridgeFound(
        ConsignmentId consignment,
        Barcode cartridge,
        SiteId at,
        String circumstances,
        boolean wasLost,
        ActorId by,
        Instant when) {}
