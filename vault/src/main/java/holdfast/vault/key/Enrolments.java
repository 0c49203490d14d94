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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may sign in this vault: the owner, and every key that the owner enrolled with a signature. What anybody else
 * signed is not believed.
 */
public final class Enrolments {
    public static final String PREFIX = "enrolled/";

    private final Map<VerifyingKey, Role> roles = new HashMap<>();

    private Enrolments() {}

    public static byte[] encode(
            VaultConfig config, VerifyingKey key, Role role, String label, Instant time, SigningKey owner) {
        Encoder out = ObjectKind.ENROLMENT.start(config.vaultId());
        out.raw(key.bytes()).u8(role.code()).text(label).u64(time.getEpochSecond());
        return Signed.seal(out, owner);
    }

    public static ObjectName name(byte[] enrolment) {
        return new ObjectName(PREFIX + HexFormat.of().formatHex(Hashes.sha256(enrolment)));
    }

    /** Reads all enrolments; one that is damaged or not the owner's goes to {@code problems}, and counts for nothing. */
    public static Enrolments load(ObjectStore store, VaultConfig config, Problems problems) throws IOException {
        Enrolments all = new Enrolments();
        all.roles.put(config.owner(), Role.OWNER);
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
            in.blob();
            in.u64();
            if (!Signed.demandEnd(in, bytes).equals(config.owner())) {
                throw new VaultException.Foreign(name + " enrols a key, but not with the owner's signature");
            }
            roles.put(key, role);
        } catch (MalformedException | IllegalArgumentException e) {
            throw ObjectKind.ENROLMENT.damaged(name, e);
        }
    }

    public Optional<Role> roleOf(VerifyingKey key) {
        return Optional.ofNullable(roles.get(key));
    }

    /**
     * Packs and the index tell whose word for their chunks they are: the signer's own, or, where an owner's prune or
     * repair moved groups unopened, that of the writer who sealed them.
     *
     * @throws VaultException.Foreign if the signer may not speak for the author
     */
    public void demand(ObjectName name, VerifyingKey signer, VerifyingKey author) throws VaultException {
        demand(name, signer);
        if (!signer.equals(author) && (roles.get(signer) != Role.OWNER || !roles.containsKey(author))) {
            throw new VaultException.Foreign(name + " is signed by " + signer + " in the name of " + author
                    + ": only the owner may do that; it" + " is ignored");
        }
    }

    /**
     * Snapshots are made by owners and writers: another's, such as a captured server's, must not be the latest. What is
     * left of a damaged one the owner writes anew in the author's name.
     *
     * @throws VaultException.Foreign if the signer is neither
     */
    public void demandWriter(ObjectName name, VerifyingKey signer, VerifyingKey author) throws VaultException {
        demand(name, signer, author);
        if (!roleOf(author).filter(Role::writes).isPresent()) {
            throw new VaultException.Foreign(
                    name + " is signed by " + author + ", whose role makes no snapshots: it is ignored");
        }
    }

    /** @throws VaultException.Foreign if nobody enrolled this key */
    public void demand(ObjectName name, VerifyingKey signer) throws VaultException {
        if (!roles.containsKey(signer)) {
            throw new VaultException.Foreign(
                    name + " is signed by " + signer + ", whom the owner did not enrol: it is ignored");
        }
    }
}
