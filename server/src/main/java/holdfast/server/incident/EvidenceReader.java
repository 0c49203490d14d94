package holdfast.server.incident;

import holdfast.server.incident.Assessment.Finding;
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
import java.util.ArrayList;
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

    /** The questions that authorities ask about encryption, with what the evidence answers. */
    static List<Finding> findings(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(
                "How are the media encrypted?",
                evidence.keys().cipher() + foreignAside(evidence),
                List.of("key stores: " + stores(evidence)),
                "G3 12.1(b)",
                evidence.foreign()));
        findings.add(new Finding(
                "Was anything on them in plain text?",
                evidence.foreign()
                        ? "Not shown for the cartridges that Holdfast did not write."
                        : "Holdfast encrypts a cartridge whole, from the first data block; its label alone is in plain text.",
                evidence.cartridges().stream()
                        .map(one -> "ledger entry " + one.lastProven().entry() + " (" + one.barcode() + ")")
                        .toList(),
                "NIST SP 800-88r2",
                evidence.foreign()));
        findings.add(new Finding(
                "Where are the keys, and do they travel with the media?",
                "Copies lie in: " + stores(evidence) + ". A cartridge carries no key.",
                evidence.keys().places().stream()
                        .map(p -> p.store() + ": " + p.description())
                        .toList(),
                "G3 12.1(b)(v)",
                false));
        findings.add(uses(evidence));
        findings.add(new Finding(
                "Are all copies of the keys held back?",
                held(evidence),
                evidence.standings().stream()
                        .map(one -> one.cartridge() + ": " + one.state())
                        .toList(),
                "NIST SP 800-88r2; G3 10.3(b)",
                false));
        findings.add(new Finding(
                "Is there another copy of the data, and was it restored?",
                "To be answered from the latest restore drill.",
                List.of(),
                "EDPB",
                true));
        return findings;
    }

    private static Finding uses(Evidence evidence) {
        long uses = evidence.keys().uses();
        String answer = uses == 0
                ? "The record holds no use of these keys since " + evidence.since() + "."
                : "The record holds " + uses + " use(s) of these keys since " + evidence.since() + ".";
        List<String> list = evidence.keys().list().stream()
                .map(use -> use.at() + " " + use.cartridge() + " by " + use.by() + ", " + use.purpose() + ", entry "
                        + use.entry())
                .toList();
        return new Finding("Were the keys used since the last proven possession?", answer, list, "US HHS; EDPB", false);
    }

    private static String held(Evidence evidence) {
        if (evidence.allHeldBack()) {
            return "Every key store holds these keys back. A key held back or destroyed is not a sanitised medium.";
        }
        long not = evidence.standings().stream()
                .filter(one ->
                        one.state() != KeyStanding.State.QUARANTINED && one.state() != KeyStanding.State.DESTROYED)
                .count();
        return "Not yet: " + not + " of " + evidence.standings().size() + " keys could still be lent by some store.";
    }

    private static String stores(Evidence evidence) {
        return String.join(
                ", ", evidence.keys().places().stream().map(p -> p.store()).toList());
    }

    private static String foreignAside(Evidence evidence) {
        return evidence.foreign() ? "; some cartridges were written by other software, as declared only" : "";
    }

    static String conclusion(Evidence evidence) {
        if (evidence.foreign()) {
            return "It cannot be shown for every cartridge that its contents are unreadable to others.";
        }
        if (evidence.keys().uses() > 0) {
            return "The keys were used since the last proven possession; each use is to be explained before anything is concluded.";
        }
        if (!evidence.allHeldBack()) {
            return "No use of the keys was found; but not every store holds them back yet.";
        }
        return "No finding that the data have been read, or that anybody had the means to read them, up to the moment of this"
                + " count. This rests on the evidence listed and no further.";
    }
}
