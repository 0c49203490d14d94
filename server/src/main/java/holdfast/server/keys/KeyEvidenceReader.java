package holdfast.server.keys;

import holdfast.crypto.FileKeyStore;
import holdfast.crypto.JournalledUse;
import holdfast.crypto.KeyAnswer;
import holdfast.crypto.KeyName;
import holdfast.crypto.KeyState;
import holdfast.crypto.KeyStore;
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
import org.springframework.stereotype.Component;

/** Draws the evidence up from two sides: the record's entries, and the stores' own journals. */
@Component
class KeyEvidenceReader {
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
        List<String> cannotSee = new ArrayList<>();
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
        cannotSee.add("A copy of a key store's files made outside Holdfast, by an administrator of its machine or from"
                + " a backup of that machine, could be used elsewhere together with its key file and leave no trace"
                + " here.");
        cannotSee.add("Uses outside the server carry the time of the machine that used the key; lines cut from the end"
                + " of a store's journal are noticed only where an entry stands against them.");
        return new KeyEvidence(CIPHER, places, uses.size(), uses, cannotSee);
    }

    /** Stores that are files can be read by whoever administers their machine. */
    private List<String> withoutHardware() {
        return round.stores().stream()
                .filter(FileKeyStore.class::isInstance)
                .map(store -> "Key store " + store.name() + " is a file on this machine, opened by a key file on this"
                        + " machine: an administrator of it could open the store and use a key in a way that is"
                        + " written nowhere.")
                .toList();
    }

    private List<KeyPlace> places(Set<Barcode> cartridges, List<String> cannotSee) {
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
                cannotSee.add("Key store " + store.name() + " did not answer: " + e.getMessage());
            }
            found.addAll(states.keySet());
            places.add(new KeyPlace(store.name(), store.description(), states));
        }
        for (Barcode cartridge : cartridges) {
            if (!found.contains(cartridge)) {
                cannotSee.add("No key store has a key of " + cartridge
                        + ": what is said about its encryption is what its owner declared.");
            }
        }
        return places;
    }

    /** Uses in the stores' journals that no entry of the server stands for, and journals that lack an entry's line. */
    private List<KeyUsed> outside(
            Set<Barcode> cartridges, Instant since, Set<String> recorded, List<String> cannotSee) {
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
                cannotSee.add("The journal of key store " + store.name() + " cannot be relied on: " + e.getMessage());
            }
        }
        if (!missing.isEmpty()) {
            cannotSee.add(missing.size() + " recorded uses are in no store's journal: its end may have been cut off, or"
                    + " the use was refused after it was recorded.");
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
