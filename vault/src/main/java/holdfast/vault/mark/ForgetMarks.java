package holdfast.vault.mark;

import holdfast.crypto.SigningKey;
import holdfast.storage.ObjectName;
import holdfast.storage.ObjectStore;
import holdfast.vault.codec.Encoder;
import holdfast.vault.key.ObjectKind;
import holdfast.vault.key.SignedList;
import holdfast.vault.key.VaultConfig;
import holdfast.vault.model.Problems;
import holdfast.vault.model.SnapshotId;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The snapshots that the owner gave up. Marks are kept for good: a forgotten snapshot that somebody puts again, from
 * an old copy say, stays forgotten.
 */
public final class ForgetMarks {
    public static final String PREFIX = "forgotten/";
    private static final SignedList FILE = new SignedList(ObjectKind.FORGOTTEN, PREFIX, Long.BYTES);

    private ForgetMarks() {}

    public static byte[] encode(VaultConfig config, Collection<SnapshotId> snapshots, Instant time, SigningKey owner) {
        byte[] head = new Encoder(8).u64(time.getEpochSecond()).toByteArray();
        return FILE.encode(
                config, head, snapshots.stream().sorted().map(SnapshotId::bytes).toList(), owner);
    }

    public static ObjectName name(byte[] mark) {
        return FILE.name(mark);
    }

    /** Puts a mark that names these, signed by the owner. */
    public static void put(
            ObjectStore store, VaultConfig config, Collection<SnapshotId> snapshots, Instant time, SigningKey owner)
            throws IOException {
        byte[] mark = encode(config, snapshots, time, owner);
        store.put(name(mark), mark);
    }

    public static Set<SnapshotId> load(ObjectStore store, VaultConfig config, Problems problems) throws IOException {
        Set<SnapshotId> forgotten = new HashSet<>();
        for (SignedList.Read mark : FILE.load(store, config, problems)) {
            mark.ids().forEach(id -> forgotten.add(SnapshotId.at(id, 0)));
        }
        return forgotten;
    }
}
