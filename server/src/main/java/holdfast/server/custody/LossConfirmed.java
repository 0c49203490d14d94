package holdfast.server.custody;

import holdfast.server.record.ActorId;
import holdfast.tape.Barcode;
import java.time.Instant;
import java.util.Set;

/** Somebody senior confirmed that cartridges of a consignment are lost. Published inside the confirming transaction. */
public record LossConfirmed(ConsignmentId consignment, Set<Barcode> cartridges, String basis, ActorId by, Instant at) {

    public LossConfirmed {
        cartridges = Set.copyOf(cartridges);
    }
}
