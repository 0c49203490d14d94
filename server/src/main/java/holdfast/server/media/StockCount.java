package holdfast.server.media;

import holdfast.tape.Barcode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody scanned at a site, without having been told what to expect.
 *
 * @param cartridges every barcode seen with one's own eyes: on shelves and in open cases
 * @param cases every case seen, with the number read from its seal; empty if it is open
 */
public record StockCount(Set<Barcode> cartridges, Map<CaseId, Optional<SealNumber>> cases) {
    public StockCount {
        cartridges = Set.copyOf(cartridges);
        cases = Map.copyOf(cases);
    }
}
