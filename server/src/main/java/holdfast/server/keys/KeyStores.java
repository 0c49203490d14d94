package holdfast.server.keys;

import holdfast.crypto.KeyName;
import holdfast.crypto.KeyStore;
import holdfast.tape.Barcode;
import java.util.List;

/** The key stores in the order in which they are asked: at least one, better two at two sites. */
record KeyStores(List<KeyStore> stores) {
    KeyStores {
        stores = List.copyOf(stores);
        if (stores.isEmpty()) {
            throw new IllegalArgumentException("without a key store no cartridge can be written or read");
        }
    }

    /** Under which name a cartridge's key lies in every store. */
    static KeyName name(Barcode cartridge) {
        return new KeyName("cartridge." + cartridge);
    }
}
