import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A vault, opened: its config, the keys of one slot, and whose signatures count.
 *
 * <p>Trust starts from the slot: it holds, sealed, the hash of the config; the config names the owner's signing key;
 * the owner signed each enrolment; those enrolled signed packs and snapshots. A link that does not hold leaves out what
 * hangs on it, and is told to the {@link Complaints}.
 */
final class Vault {
    static final int MOST_BYTES = 64 << 20;
    private static final int RECIPIENT_BYTES = 32 + 1184;

    final Store store;
    final Complaints complaints;
    final byte[] id;
    final Keys keys;
    final byte[] reader;
    final byte[] cataloguer;

    /** Those whose signatures count, by their Ed25519 keys in hex. */
    private final Map<String, Role> signers = new HashMap<>();

    /** Keys that the owner took back, in hex, and the hashes of those of their objects that count all the same. */
    private final Map<String, Set<String>> revoked = new HashMap<>();

    /** Ids of snapshots that the owner has forgotten. */
    private final Set<String> forgotten = new HashSet<>();

    private Vault(Store store, Keys keys, Signed config, Complaints complaints) throws IOException {
        this.store = store;
        this.complaints = complaints;
        this.id = config.vault();
        this.keys = keys;
        Cursor in = config.body();
        in.u32(); // the average length of chunks, the targets of groups and packs, zstd's level: for writers
        in.u32();
        in.u32();
        in.u8();
        in.u32(); // the grace time before a pack is deleted
        reader = in.take(RECIPIENT_BYTES);
        cataloguer = in.take(RECIPIENT_BYTES);
        in.finish();
        signers.put(Crypto.hex(config.signer()), Role.OWNER);
        enrolments(config.signer());
        revocations(config.signer());
        forgetMarks(config.signer());
    }

    /** Opens the vault with whichever of its slots this passphrase or key file fits. */
    static Vault open(Path folder, Keys.Credential credential, Complaints complaints) throws IOException {
        Store store = new Store(folder);
        byte[] bytes;
        Signed config;
        try {
            bytes = store.read("config", MOST_BYTES);
            config = Signed.read(bytes, "HFCONF");
        } catch (Damage e) {
            throw new Refusal(
                    Refusal.NO_VAULT, folder + " holds no vault that can be opened: 'config': " + e.getMessage());
        }
        for (String name : store.list("keys")) {
            try {
                Keys keys = Keys.open(store.readNamed(name, MOST_BYTES), config.vault(), credential);
                if (keys != null && !Arrays.equals(keys.configHash(), Crypto.sha256(bytes))) {
                    throw new Refusal(Refusal.DAMAGE, "The vault's config was exchanged since this key was made.");
                }
                if (keys != null) {
                    return new Vault(store, keys, config, complaints);
                }
            } catch (Damage e) {
                complaints.damaged(name, e);
            } catch (OutOfMemoryError e) {
                // Anybody who may put objects can put a slot that asks for too much; it must not keep others out.
                complaints.damaged(name, new Damage("it asks for more memory than there is; give java -Xmx"));
            }
        }
        throw new Refusal(Refusal.WRONG_KEY, "No key slot of this vault opens with this passphrase or key file.");
    }

    private void enrolments(byte[] owner) throws IOException {
        for (String name : store.list("enrolled")) {
            try {
                Cursor in = owners(name, "HFENRL", owner);
                String key = Crypto.hex(in.take(32));
                Role role = Role.of(in.u8());
                in.text(); // label
                in.u64(); // seconds since 1970
                in.finish();
                signers.putIfAbsent(key, role);
            } catch (Damage e) {
                complaints.damaged(name, e);
            }
        }
    }

    private void revocations(byte[] owner) throws IOException {
        for (String name : store.list("revoked")) {
            try {
                Cursor in = owners(name, "HFREVO", owner);
                byte[] key = in.take(32);
                in.u64(); // seconds since 1970
                if (Arrays.equals(key, owner)) {
                    throw new Damage("it takes the owner's own key back");
                }
                revoked.computeIfAbsent(Crypto.hex(key), k -> new HashSet<>()).addAll(ids(in));
            } catch (Damage e) {
                complaints.damaged(name, e);
            }
        }
    }

    private void forgetMarks(byte[] owner) throws IOException {
        for (String name : store.list("forgotten")) {
            try {
                Cursor in = owners(name, "HFFORG", owner);
                in.u64(); // seconds since 1970
                forgotten.addAll(ids(in));
            } catch (Damage e) {
                complaints.damaged(name, e);
            }
        }
    }

    /** The inside of an object that the owner signed. */
    private Cursor owners(String name, String letters, byte[] owner) throws IOException {
        Signed object = Signed.read(store.readNamed(name, MOST_BYTES), letters);
        if (!Arrays.equals(object.signer(), owner) || !Arrays.equals(object.vault(), id)) {
            throw new Damage("it was not signed by this vault's owner");
        }
        return object.body();
    }

    private static List<String> ids(Cursor in) throws Damage {
        List<String> ids = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            ids.add(Crypto.hex(in.take(32)));
        }
        in.finish();
        return ids;
    }

    /** What whoever has this key was enrolled as. */
    private Role signer(byte[] key) throws Damage {
        Role role = signers.get(Crypto.hex(key));
        if (role == null) {
            throw new Damage("it was signed by a key that the owner never enrolled");
        }
        return role;
    }

    /**
     * Whose word counts for an object that names an author: the author's, if it signed itself, or if the owner signed in
     * its name (having moved its groups elsewhere, unopened). Of a key that was taken back only what was there then
     * counts: objects of these hashes, so that the bytes are compared with the name.
     */
    Role author(String name, byte[] signer, byte[] author) throws IOException {
        Set<String> kept = revoked.get(Crypto.hex(signer));
        if (kept != null && !kept.contains(store.hash(name))) {
            throw new Damage("it was signed by a key that the owner had taken back");
        }
        if (!Arrays.equals(signer, author) && signer(signer) != Role.OWNER) {
            throw new Damage("it speaks in another writer's name, and the owner did not sign it");
        }
        return signer(author);
    }

    /** The key of a group's session, or of a snapshot. */
    byte[] unwrapForCataloguer(byte[] wrapped, String purpose) throws Damage {
        return Crypto.unwrap(keys.catalogueKey(), cataloguer, wrapped, purpose);
    }

    byte[] unwrapForReader(byte[] wrapped, String purpose) throws Damage {
        return Crypto.unwrap(keys.readKey(), reader, wrapped, purpose);
    }

    /** Every snapshot that can be read and is not forgotten, the oldest first. */
    List<Snapshot> snapshots() throws IOException {
        List<Snapshot> all = new ArrayList<>();
        for (String name : store.list("snapshots")) {
            if (forgotten.contains(name.substring(name.indexOf('/') + 1))) {
                continue;
            }
            try {
                all.add(Snapshot.read(this, name));
            } catch (Damage e) {
                complaints.damaged(name, e);
            }
        }
        all.sort(Comparator.comparing((Snapshot s) -> s.time()).thenComparing(Snapshot::id));
        return all;
    }
}
