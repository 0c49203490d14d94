package holdfast.server.keys;

import holdfast.crypto.FileKeyStore;
import holdfast.crypto.JournalledUse;
import holdfast.crypto.KeyAnswer;
import holdfast.crypto.KeyName;
import holdfast.crypto.KeyState;
import holdfast.crypto.KeyStore;
import holdfast.server.platform.Phrase;
import holdfast.server.record.Entry;
import holdfast.server.record.EntryId;
import holdfast.server.record.LedgerBook;
import holdfast.tape.Barcode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Draws the evidence up from two sides: the record's entries, and the stores' own journals. */
@Component
class KeyEvidenceReader {
    private static final Logger log = LoggerFactory.getLogger(KeyEvidenceReader.class);

    /** How the server names its entry in a store's journal. */
    static final String PROOF = "entry ";

    private static final String CIPHER = "AES-256-GCM from the first byte behind the label, every block"
            + " authenticated; the key of each cartridge is 256 random bits of its own, derived for each writing"
            + " with HKDF-SHA-256";

    private final StoreRound round;
    private final LedgerBook book;

    KeyEvidenceReader(StoreRound round, LedgerBook book) {
        this.round = round;
        this.book = book;
    }

    KeyEvidence read(Set<Barcode> cartridges, Instant since) {
        Set<Barcode> sorted = new TreeSet<>(cartridges);
        List<Phrase> cannotSee = new ArrayList<>();
        List<KeyPlace> places = places(sorted, cannotSee);
        List<KeyUsed> uses = new ArrayList<>();
        Set<String> recorded = new HashSet<>();
        for (Barcode cartridge : sorted) {
            for (Entry entry : book.about(KeyService.about(cartridge))) {
                if (entry.act().equals("key.used") || entry.act().equals("key.copied")) {
                    recorded.add(PROOF + entry.id());
                    if (!entry.at().isBefore(since)) {
                        uses.add(used(cartridge, entry));
                    }
                }
            }
        }
        uses.addAll(outside(sorted, since, recorded, cannotSee));
        uses.sort(Comparator.comparing(KeyUsed::at));
        cannotSee.addAll(withoutHardware());
        cannotSee.add(Phrase.of("unseen.copy"));
        cannotSee.add(Phrase.of("unseen.clock"));
        return new KeyEvidence(CIPHER, places, uses.size(), uses, cannotSee);
    }

    /** Stores that are files can be read by whoever administers their machine. */
    private List<Phrase> withoutHardware() {
        return round.stores().stream()
                .filter(FileKeyStore.class::isInstance)
                .map(store -> Phrase.of("unseen.file", store.name()))
                .toList();
    }

    private List<KeyPlace> places(Set<Barcode> cartridges, List<Phrase> cannotSee) {
        List<KeyPlace> places = new ArrayList<>();
        Set<Barcode> found = new TreeSet<>();
        for (KeyStore store : round.stores()) {
            Map<Barcode, KeyState> states = new HashMap<>();
            try {
                for (Barcode cartridge : cartridges) {
                    Optional<KeyAnswer> answer = store.state(KeyStores.name(cartridge));
                    answer.ifPresent(known -> states.put(cartridge, known.state()));
                }
            } catch (RuntimeException e) {
                // The reason may name files: it is for whoever reads the log of this machine.
                log.warn("Key store {} did not answer.", store.name(), e);
                cannotSee.add(Phrase.of("unseen.silent", store.name()));
            }
            found.addAll(states.keySet());
            places.add(new KeyPlace(store.name(), store.kind(), states));
        }
        for (Barcode cartridge : cartridges) {
            if (!found.contains(cartridge)) {
                cannotSee.add(Phrase.of("unseen.no-key", cartridge.value()));
            }
        }
        return places;
    }

    /** Uses in the stores' journals that no entry of the server stands for, and journals that lack an entry's line. */
    private List<KeyUsed> outside(
            Set<Barcode> cartridges, Instant since, Set<String> recorded, List<Phrase> cannotSee) {
        Map<KeyName, Barcode> names = new HashMap<>();
        cartridges.forEach(cartridge -> names.put(KeyStores.name(cartridge), cartridge));
        List<KeyUsed> uses = new ArrayList<>();
        Set<String> missing = new TreeSet<>(recorded);
        for (KeyStore store : round.stores()) {
            try {
                for (JournalledUse use : store.uses()) {
                    Barcode cartridge = names.get(use.key());
                    missing.remove(use.purpose());
                    if (cartridge != null
                            && !recorded.contains(use.purpose())
                            && !use.at().isBefore(since)) {
                        String purpose =
                                use.purpose() + " (journal of " + store.name() + ", line " + (use.sequence() + 1) + ")";
                        uses.add(new KeyUsed(cartridge, purpose, KeyUsed.OUTSIDE, use.at(), Optional.empty()));
                    }
                }
            } catch (RuntimeException e) {
                log.warn("The journal of key store {} cannot be relied on.", store.name(), e);
                cannotSee.add(Phrase.of("unseen.journal", store.name()));
            }
        }
        if (!missing.isEmpty()) {
            cannotSee.add(Phrase.of("unseen.cut", missing.size()));
        }
        return uses;
    }

    private static KeyUsed used(Barcode cartridge, Entry entry) {
        Object purpose = entry.act().equals("key.copied")
                ? "copied to the other stores"
                : entry.facts().get("purpose");
        Optional<EntryId> proof = Optional.of(entry.id());
        return new KeyUsed(cartridge, String.valueOf(purpose), entry.actor(), entry.at(), proof);
    }
}
