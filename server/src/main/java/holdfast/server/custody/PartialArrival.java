package holdfast.server.custody;

import holdfast.tape.Barcode;
import java.time.Instant;
import java.util.Set;

/**
 * A count at the end of a leg found less than had left. Published inside the counting transaction.
 *
 * @param missing cartridges that left and were not counted; empty if only a case itself is missing
 */
public record PartialArrival(ConsignmentId consignment, int leg, Set<Barcode> missing, Instant at) {

    public PartialArrival {
        missing = Set.copyOf(missing);
    }
}
