package holdfast.tape;

import java.util.List;

/**
 * What reading a cartridge from start to end found.
 *
 * @param whole objects read whole
 * @param damaged names of objects of which bytes are damaged or missing
 * @param damages where; empty if the cartridge is as it was written
 * @param bytes of content in whole objects
 */
public record CartridgeScan(List<CatalogueEntry> whole, List<String> damaged, List<Damage> damages, long bytes) {
    public CartridgeScan {
        whole = List.copyOf(whole);
        damaged = List.copyOf(damaged);
        damages = List.copyOf(damages);
    }

    /** Whether everything is as it was written. */
    public boolean intact() {
        return damages.isEmpty();
    }
}
