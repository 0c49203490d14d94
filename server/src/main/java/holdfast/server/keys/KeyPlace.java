package holdfast.server.keys;

import holdfast.crypto.KeyState;
import holdfast.tape.Barcode;
import java.util.Map;

/**
 * One place where copies of keys lie.
 *
 * @param store the store's name
 * @param description what and where it is
 * @param states the state of each cartridge's key there; a key it never had is missing
 */
public record KeyPlace(String store, String description, Map<Barcode, KeyState> states) {
    public KeyPlace {
        states = Map.copyOf(states);
    }
}
