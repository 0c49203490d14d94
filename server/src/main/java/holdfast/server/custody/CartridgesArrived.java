package holdfast.server.custody;

import holdfast.tape.Barcode;
import java.time.Instant;
import java.util.Set;

/**
 * A count found cartridges of a consignment that nobody had counted before: all of them, some, or some after others.
 * Published inside the counting transaction.
 */
public record CartridgesArrived(ConsignmentId consignment, Set<Barcode> arrived, Instant at) {

    public CartridgesArrived {
        arrived = Set.copyOf(arrived);
    }
}
