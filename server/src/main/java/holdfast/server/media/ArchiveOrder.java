package holdfast.server.media;

import holdfast.tape.Barcode;
import java.util.List;

/**
 * What an archive run shall write, and where.
 *
 * @param set a name that no set had before
 * @param cartridges registered, on the shelf of the site of the library, at least one; each gets its share
 */
public record ArchiveOrder(SetId set, ArchiveSource source, List<Barcode> cartridges) {
    public ArchiveOrder {
        cartridges = List.copyOf(cartridges);
    }
}
