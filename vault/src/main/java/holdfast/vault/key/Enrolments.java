package holdfast.vault.key;

import holdfast.crypto.SigningKey;
import holdfast.crypto.VerifyingKey;
import holdfast.storage.NoSuchObjectException;
import holdfast.storage.ObjectName;
import holdfast.storage.ObjectStore;
import holdfast.storage.StoredObject;
import holdfast.vault.codec.Decoder;
import holdfast.vault.codec.Encoder;
import holdfast.vault.codec.MalformedException;
import holdfast.vault.model.Hashes;
import holdfast.vault.model.Problems;
import holdfast.vault.model.Role;
import holdfast.vault.model.VaultException;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may sign in this vault: the owner, and every key that the owner enrolled with a signature. What anybody else
 * signed is not believed, and of a key that the owner took back only what was there then.
 */
public final class Enrolments {
    public static final String PREFIX = "enrolled/";

    private final Map<VerifyingKey, Enrolled> enrolled = new LinkedHashMap<>();
    private final Revocations revocations;

    private record Enrolled(Role role, String label) {}

    private Enrolments(VaultConfig config, Revocations revocations) {
        this.revocations = revocations;
        enrolled.put(config.owner(), new Enrolled(Role.OWNER, ""));
    }

    public static byte[] encode(
            VaultConfig config, VerifyingKey key, Role role, String label, Instant time, SigningKey owner) {
        Encoder out = ObjectKind.ENROLMENT.start(config.vaultId());
        out.raw(key.bytes()).u8(role.code()).text(label).u64(time.getEpochSecond());
        return Signed.seal(out, owner);
    }

    public static ObjectName name(byte[] enrolment) {
        return new ObjectName(PREFIX + HexFormat.of().formatHex(Hashes.sha256(enrolment)));
    }

    /**
     * Reads all enrolments and revocations; one that is damaged or not the owner's goes to {@code problems}, and counts
     * for nothing.
     */
    public static Enrolments load(ObjectStore store, VaultConfig config, Problems problems) throws IOException {
        Enrolments all = new Enrolments(config, Revocations.load(store, config, problems));
        List<StoredObject> found;
        try (Stream<StoredObject> list = store.list(PREFIX)) {
            found = list.toList();
        }
        for (StoredObject object : found) {
            try {
                all.read(object.name(), store.get(object.name()), config);
            } catch (VaultException | NoSuchObjectException e) {
                problems.add(object.name(), e);
            }
        }
        return all;
    }

    private void read(ObjectName name, byte[] bytes, VaultConfig config) throws VaultException {
        Decoder in = ObjectKind.ENROLMENT.startOf(name, bytes, config.vaultId());
        try {
            VerifyingKey key = VerifyingKey.of(in.raw(VerifyingKey.BYTES));
            Role role = Role.ofCode(in.u8());
            String label = in.text();
            in.u64();
            if (!Signed.demandEnd(in, bytes).equals(config.owner())) {
                throw new VaultException.Foreign(name + " enrols a key, but not with the owner's signature");
            }
            enrolled.putIfAbsent(key, new Enrolled(role, label));
        } catch (MalformedException | IllegalArgumentException e) {
            throw ObjectKind.ENROLMENT.damaged(name, e);
        }
    }

    /** What the key was enrolled as, if it was; of one that was taken back too. */
    public Optional<Role> roleOf(VerifyingKey key) {
        return Optional.ofNullable(enrolled.get(key)).map(Enrolled::role);
    }

    /** Everybody whom the owner enrolled, those who were taken back too; not the owner. */
    public List<Signer> signers() {
        return enrolled.entrySet().stream()
                .filter(one -> one.getValue().role() != Role.OWNER)
                .map(one -> new Signer(
                        one.getKey(), one.getValue().role(), one.getValue().label(), revokedAt(one.getKey())))
                .toList();
    }

    /** When the owner took the key back, if that was. */
    public Optional<Instant> revokedAt(VerifyingKey key) {
        return revocations.since(key);
    }

    /**
     * Packs and the index tell whose word for their chunks they are: the signer's own, or, where an owner's prune or
     * repair moved groups unopened, that of the writer who sealed them.
     *
     * @param bytes the whole object
     * @throws VaultException.Foreign if the signer may not speak for the author
     */
    public void demand(ObjectName name, byte[] bytes, VerifyingKey signer, VerifyingKey author) throws VaultException {
        Optional<Role> role = roleOf(signer);
        if (role.isEmpty()) {
            throw new VaultException.Foreign(
                    name + " is signed by " + signer + ", whom the owner did not enrol: it is ignored");
        }
        if (!signer.equals(author) && (role.get() != Role.OWNER || !enrolled.containsKey(author))) {
            throw new VaultException.Foreign(name + " is signed by " + signer + " in the name of " + author
                    + ": only the owner may do that; it is ignored");
        }
        if (revocations.exclude(signer, bytes)) {
            throw new VaultException.Revoked(
                    name + " is signed by " + signer + ", whose key the owner took back before it came: it is ignored");
        }
    }

    /**
     * Snapshots are made by owners and writers: another's, such as a captured server's, must not be the latest. What is
     * left of a damaged one the owner writes anew in the author's name.
     *
     * @throws VaultException.Foreign if the signer is neither
     */
    public void demandWriter(ObjectName name, byte[] bytes, VerifyingKey signer, VerifyingKey author)
            throws VaultException {
        demand(name, bytes, signer, author);
        if (!roleOf(author).filter(Role::writes).isPresent()) {
            throw new VaultException.Foreign(
                    name + " is signed by " + author + ", whose role makes no snapshots: it is ignored");
        }
    }
}
