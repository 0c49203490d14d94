package holdfast.server.exposure;

import holdfast.server.keys.CartridgeKeys;
import holdfast.server.keys.KeyEvidence;
import holdfast.server.keys.KeyPlace;
import holdfast.server.media.Cartridges;
import holdfast.server.media.Origin;
import holdfast.tape.Barcode;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who could read some cartridges if they found them. */
@Component
class Readability {
    private final Cartridges cartridges;
    private final CartridgeKeys keys;
    private final InstantSource clock;

    Readability(Cartridges cartridges, CartridgeKeys keys, InstantSource clock) {
        this.cartridges = cartridges;
        this.keys = keys;
        this.clock = clock;
    }

    /** In plain sentences: what Holdfast wrote by its keys, what others wrote as it was declared. */
    String sentence(Set<Barcode> lost) {
        Set<Barcode> ours = new TreeSet<>();
        StringBuilder text = new StringBuilder();
        for (Barcode barcode : new TreeSet<>(lost)) {
            cartridges.find(barcode).ifPresent(cartridge -> {
                if (cartridge.origin() instanceof Origin.Foreign foreign) {
                    text.append(' ')
                            .append(barcode)
                            .append(" was written by ")
                            .append(foreign.software())
                            .append("; its protection, as declared: ")
                            .append(foreign.encryption())
                            .append('.');
                } else {
                    ours.add(barcode);
                }
            });
        }
        return (ours.isEmpty() ? "" : byKeys(ours))
                + (ours.isEmpty() ? text.toString().strip() : text);
    }

    private String byKeys(Set<Barcode> ours) {
        KeyEvidence evidence = keys.evidence(ours, clock.instant());
        String places = evidence.places().stream().map(KeyPlace::description).collect(Collectors.joining("; "));
        return "Nobody without the key of each cartridge (" + evidence.cipher() + "), which lies in "
                + (places.isEmpty() ? "no store that answers" : places)
                + " and not with the media; behind it, the contents need the vault's reader key.";
    }
}
