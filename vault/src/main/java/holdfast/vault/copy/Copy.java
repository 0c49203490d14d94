package holdfast.vault.copy;

import holdfast.storage.ByteSource;
import holdfast.storage.ObjectName;
import holdfast.storage.ObjectStore;
import holdfast.storage.StoredObject;
import holdfast.vault.key.Enrolments;
import holdfast.vault.key.Slots;
import holdfast.vault.key.VaultConfig;
import holdfast.vault.model.Hashes;
import holdfast.vault.model.Progress;
import holdfast.vault.model.VaultException;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.tree.SnapshotFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Copies objects that are missing in another store, in the order in which they refer to one another. */
public final class Copy {
    /** What refers goes after what it refers to. */
    private static final List<String> ORDER = List.of(
            VaultConfig.NAME.value(), Slots.PREFIX, Enrolments.PREFIX, "packs/", IndexPart.PREFIX, SnapshotFile.PREFIX);

    private final ObjectStore from;
    private final ObjectStore to;
    private final Progress progress;
    private long objects;
    private long bytes;
    private long present;

    public Copy(ObjectStore from, ObjectStore to, Progress progress) {
        this.from = from;
        this.to = to;
        this.progress = progress;
    }

    public CopyResult run() throws IOException {
        demandSameVault();
        Map<ObjectName, Long> there = new HashMap<>();
        for (StoredObject object : list(to, "")) {
            there.put(object.name(), object.size());
        }
        for (String prefix : ORDER) {
            List<StoredObject> missing = new ArrayList<>();
            for (StoredObject object : list(from, prefix)) {
                if (Long.valueOf(object.size()).equals(there.get(object.name()))) {
                    present++;
                } else {
                    missing.add(object);
                    progress.total(1, object.size());
                }
            }
            for (StoredObject object : missing) {
                copy(object);
            }
        }
        return new CopyResult(objects, bytes, present);
    }

    /** Never mixes two vaults in one store. */
    private void demandSameVault() throws IOException {
        if (to.exists(VaultConfig.NAME)
                && !VaultConfig.decode(to.get(VaultConfig.NAME))
                        .equals(VaultConfig.decode(from.get(VaultConfig.NAME)))) {
            throw new VaultException("there is another vault in " + to.place() + "; copy to an empty place");
        }
    }

    private void copy(StoredObject object) throws IOException {
        ObjectName name = object.name();
        if (name.value().startsWith("packs/")) {
            byte[] pack = from.get(name);
            if (!HexFormat.of().formatHex(Hashes.sha256(pack)).equals(name.lastSegment())) {
                throw new VaultException.Damaged(name + " in " + from.place()
                        + " is damaged: its bytes are not those that it is named for; it was not copied");
            }
            to.put(name, pack);
        } else {
            to.put(name, source(object));
        }
        objects++;
        bytes += object.size();
        progress.advanced(1, object.size());
    }

    private ByteSource source(StoredObject object) {
        return new ByteSource() {
            @Override
            public long size() {
                return object.size();
            }

            @Override
            public InputStream open() throws IOException {
                return from.open(object.name());
            }
        };
    }

    private static List<StoredObject> list(ObjectStore store, String prefix) throws IOException {
        try (Stream<StoredObject> all = store.list(prefix)) {
            return all.toList();
        }
    }
}
