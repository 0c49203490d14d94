package holdfast.server.incident;

import holdfast.server.incident.Assessment.Finding;
import holdfast.server.keys.KeyPlace;
import holdfast.server.keys.KeyStanding;
import holdfast.server.keys.KeyUsed;
import holdfast.server.platform.Phrase;
import java.util.List;

/** The questions that authorities ask about encryption, with what the evidence answers, and what may be concluded. */
final class EvidenceWords {
    private final EvidenceReader.Evidence evidence;

    EvidenceWords(EvidenceReader.Evidence evidence) {
        this.evidence = evidence;
    }

    List<Finding> findings() {
        return List.of(
                cipher(),
                plain(),
                places(),
                uses(),
                held(),
                finding("copy", Phrase.of("answer.copy"), List.of(), "EDPB", true));
    }

    private Finding cipher() {
        Phrase cipher = Phrase.of("cipher.holdfast");
        return finding(
                "cipher",
                Phrase.of(evidence.foreign() ? "answer.cipher.foreign" : "answer.cipher", cipher),
                List.of(Phrase.of("evidence.stores", stores())),
                "G3 12.1(b)",
                evidence.foreign());
    }

    private Finding plain() {
        List<Phrase> proofs = evidence.cartridges().stream()
                .map(one -> Phrase.of(
                        "evidence.entry",
                        one.lastProven().entry().toString(),
                        one.barcode().value()))
                .toList();
        String answer = evidence.foreign() ? "answer.plain.foreign" : "answer.plain";
        return finding("plain", Phrase.of(answer), proofs, "NIST SP 800-88r2", evidence.foreign());
    }

    private Finding places() {
        List<Phrase> proofs = stores().stream()
                .map(store -> Phrase.of("evidence.store", store))
                .toList();
        return finding("keys", Phrase.of("answer.keys", stores()), proofs, "G3 12.1(b)(v)", false);
    }

    private Finding uses() {
        long uses = evidence.keys().uses();
        Phrase answer = uses == 0
                ? Phrase.of("answer.uses.none", evidence.since())
                : Phrase.of("answer.uses", uses, evidence.since());
        List<Phrase> proofs =
                evidence.keys().list().stream().map(EvidenceWords::use).toList();
        return finding("uses", answer, proofs, "US HHS; EDPB", false);
    }

    private static Phrase use(KeyUsed use) {
        String cartridge = use.cartridge().value();
        return use.entry()
                .map(entry -> Phrase.of(
                        "evidence.use", use.at(), cartridge, use.by().value(), use.purpose(), entry.toString()))
                .orElseGet(() -> Phrase.of("evidence.use.outside", use.at(), cartridge, use.purpose()));
    }

    private Finding held() {
        List<KeyStanding> standings = evidence.standings();
        long not = standings.stream()
                .filter(one ->
                        one.state() != KeyStanding.State.QUARANTINED && one.state() != KeyStanding.State.DESTROYED)
                .count();
        Phrase answer =
                evidence.allHeldBack() ? Phrase.of("answer.held") : Phrase.of("answer.held.not", not, standings.size());
        List<Phrase> proofs = standings.stream()
                .map(one -> Phrase.of("evidence.state", one.cartridge().value(), Phrase.of("key-state." + one.state())))
                .toList();
        return finding("held", answer, proofs, "NIST SP 800-88r2; G3 10.3(b)", false);
    }

    private static Finding finding(String question, Phrase answer, List<Phrase> proofs, String askedBy, boolean open) {
        return new Finding(Phrase.of("question." + question), answer, proofs, askedBy, open);
    }

    private List<String> stores() {
        return evidence.keys().places().stream().map(KeyPlace::store).toList();
    }

    Phrase conclusion() {
        if (evidence.foreign()) {
            return Phrase.of("conclusion.foreign");
        }
        if (evidence.keys().uses() > 0) {
            return Phrase.of("conclusion.used");
        }
        return Phrase.of(evidence.allHeldBack() ? "conclusion.none" : "conclusion.not-held");
    }
}
