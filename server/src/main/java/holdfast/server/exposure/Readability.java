package holdfast.server.exposure;

import holdfast.server.keys.CartridgeKeys;
import holdfast.server.keys.KeyPlace;
import holdfast.server.media.Cartridges;
import holdfast.server.media.Origin;
import holdfast.server.platform.Phrase;
import holdfast.tape.Barcode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Who could read some cartridges if they found them. Names key stores by their names, never by their files. */
@Component
class Readability {
    private static final String DECLARED = "readable.declared";

    private final Cartridges cartridges;
    private final CartridgeKeys keys;
    private final InstantSource clock;

    Readability(Cartridges cartridges, CartridgeKeys keys, InstantSource clock) {
        this.cartridges = cartridges;
        this.keys = keys;
        this.clock = clock;
    }

    /** What Holdfast wrote by its keys, what others wrote as it was declared. */
    List<Phrase> of(Set<Barcode> lost) {
        Set<Barcode> ours = new TreeSet<>();
        List<Phrase> said = new ArrayList<>();
        for (Barcode barcode : new TreeSet<>(lost)) {
            cartridges.find(barcode).ifPresent(cartridge -> {
                if (cartridge.origin() instanceof Origin.Foreign foreign) {
                    said.add(Phrase.of(DECLARED, barcode.value(), foreign.software(), foreign.encryption()));
                } else {
                    ours.add(barcode);
                }
            });
        }
        if (!ours.isEmpty()) {
            said.addFirst(byKeys(ours));
        }
        return said;
    }

    /** The same phrase without the name of a cartridge. */
    static Phrase unnamed(Phrase said) {
        return said.code().equals(DECLARED)
                ? new Phrase(
                        DECLARED + ".unnamed",
                        said.values().subList(1, said.values().size()))
                : said;
    }

    private Phrase byKeys(Set<Barcode> ours) {
        List<String> stores = keys.evidence(ours, clock.instant()).places().stream()
                .map(KeyPlace::store)
                .toList();
        Phrase cipher = Phrase.of("cipher.short");
        return stores.isEmpty()
                ? Phrase.of("readable.no-store", cipher)
                : Phrase.of("readable.by-keys", cipher, stores);
    }
}
