package holdfast.server.incident;

import holdfast.server.keys.CartridgeKeys;
import holdfast.server.keys.KeyEvidence;
import holdfast.server.keys.KeyStanding;
import holdfast.server.media.Cartridge;
import holdfast.server.media.Cartridges;
import holdfast.server.media.Origin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Counts, now, what is known about the protection of an incident's cartridges. */
@Component
class EvidenceReader {
    private final CartridgeKeys keys;
    private final Cartridges cartridges;

    EvidenceReader(CartridgeKeys keys, Cartridges cartridges) {
        this.keys = keys;
        this.cartridges = cartridges;
    }

    /**
     * The evidence at one moment.
     *
     * @param since uses of keys are counted from here: the onset, or else the opening
     */
    record Evidence(Instant since, KeyEvidence keys, List<KeyStanding> standings, List<Cartridge> cartridges) {
        boolean foreign() {
            return cartridges.stream().anyMatch(one -> one.origin() instanceof Origin.Foreign);
        }

        /** The cipher by its name alone, as the public is told: {@code AES-256-GCM}. */
        String cipherName() {
            return keys.cipher().split("[ ,;(]", 2)[0];
        }

        /** Whether every key is held back, or destroyed, in every store. */
        boolean allHeldBack() {
            return standings.stream()
                    .allMatch(one ->
                            one.state() == KeyStanding.State.QUARANTINED || one.state() == KeyStanding.State.DESTROYED);
        }

        /** Changes exactly when something changes that an assessment rests on. */
        String digest() {
            String text = keys.cipher() + "|" + keys.uses() + "|" + keys.list() + "|"
                    + standings.stream()
                            .map(one -> one.cartridge() + "=" + one.state())
                            .toList() + "|"
                    + cartridges.stream()
                            .map(one -> one.barcode() + "=" + one.origin())
                            .toList();
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }

    Evidence read(Incident incident) {
        Instant since = incident.at(Mark.ONSET).orElse(incident.openedAt());
        var barcodes = new TreeSet<>(incident.barcodes());
        return new Evidence(
                since,
                keys.evidence(barcodes, since),
                barcodes.stream().map(keys::standing).toList(),
                barcodes.stream().flatMap(one -> cartridges.find(one).stream()).toList());
    }
}
