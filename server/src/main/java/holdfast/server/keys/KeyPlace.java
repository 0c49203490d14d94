package holdfast.server.keys;

import holdfast.crypto.KeyState;
import holdfast.crypto.KeyStore;
import holdfast.tape.Barcode;
import java.util.Map;

/**
 * One place where copies of keys lie.
 *
 * @param store the store's name
 * @param states the state of each cartridge's key there; a key it never had is missing
 */
public record KeyPlace(String store, KeyStore.Kind kind, Map<Barcode, KeyState> states) {
    public KeyPlace {
        states = Map.copyOf(states);
    }
}
