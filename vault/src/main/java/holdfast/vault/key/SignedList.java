package holdfast.vault.key;

import holdfast.crypto.SigningKey;
import holdfast.storage.NoSuchObjectException;
import holdfast.storage.ObjectName;
import holdfast.storage.ObjectStore;
import holdfast.storage.StoredObject;
import holdfast.vault.codec.Decoder;
import holdfast.vault.codec.Encoder;
import holdfast.vault.codec.MalformedException;
import holdfast.vault.model.Hashes;
import holdfast.vault.model.Problems;
import holdfast.vault.model.VaultException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the owner says of other objects, by their ids. Its bytes: header | a head of fixed length | varint count, ids of
 * 32 bytes | signed end by the owner.
 *
 * @param prefix of the names of such objects
 */
public record SignedList(ObjectKind kind, String prefix, int headBytes) {
    static final int ID_BYTES = 32;

    /** One as the store has it. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Read(StoredObject object, byte[] head, List<byte[]> ids) {}

    public byte[] encode(VaultConfig config, byte[] head, Collection<byte[]> ids, SigningKey owner) {
        Encoder out = kind.start(config.vaultId()).raw(head).varint(ids.size());
        ids.forEach(out::raw);
        return Signed.seal(out, owner);
    }

    public ObjectName name(byte[] bytes) {
        return new ObjectName(prefix + HexFormat.of().formatHex(Hashes.sha256(bytes)));
    }

    /** All that the owner signed; the others go to {@code problems}. */
    public List<Read> load(ObjectStore store, VaultConfig config, Problems problems) throws IOException {
        List<StoredObject> found;
        try (Stream<StoredObject> list = store.list(prefix)) {
            found = list.toList();
        }
        List<Read> all = new ArrayList<>(found.size());
        for (StoredObject object : found) {
            try {
                all.add(decode(object, store.get(object.name()), config));
            } catch (VaultException | NoSuchObjectException e) {
                problems.add(object.name(), e);
            }
        }
        return all;
    }

    private Read decode(StoredObject object, byte[] bytes, VaultConfig config) throws VaultException {
        ObjectName name = object.name();
        Decoder in = kind.startOf(name, bytes, config.vaultId());
        try {
            if (!name(bytes).equals(name)) {
                throw new MalformedException("its bytes are not those that it is named for");
            }
            byte[] head = in.raw(headBytes);
            List<byte[]> ids = new ArrayList<>();
            for (int i = in.count(ID_BYTES); i > 0; i--) {
                ids.add(in.raw(ID_BYTES));
            }
            if (!Signed.demandEnd(in, bytes).equals(config.owner())) {
                throw new VaultException.Foreign(name + " is not signed by the owner: it counts for nothing");
            }
            return new Read(object, head, ids);
        } catch (MalformedException e) {
            throw kind.damaged(name, e);
        }
    }
}
