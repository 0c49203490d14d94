package holdfast.vault.copy;

import holdfast.storage.NoSuchObjectException;
import holdfast.storage.ObjectName;
import holdfast.storage.ObjectStore;
import holdfast.storage.StoredObject;
import holdfast.vault.key.Enrolments;
import holdfast.vault.key.Revocations;
import holdfast.vault.key.Slots;
import holdfast.vault.key.VaultConfig;
import holdfast.vault.mark.DeletionMarks;
import holdfast.vault.mark.ForgetMarks;
import holdfast.vault.model.Hashes;
import holdfast.vault.model.PackId;
import holdfast.vault.model.Problems;
import holdfast.vault.model.Progress;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultException;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.tree.SnapshotFile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Copies objects that are missing in another store. What refers is listed before what it refers to, and put after it:
 * a backup that ends meanwhile is copied whole or not at all. Forgotten snapshots are left out, and so are deletion
 * marks, which belong to one store.
 */
public final class Copy {
    /** What refers stands before what it refers to: the order of listing, and backwards that of putting. */
    private static final List<String> ORDER = List.of(
            SnapshotFile.PREFIX,
            IndexPart.PREFIX,
            PackId.PREFIX,
            ForgetMarks.PREFIX,
            Enrolments.PREFIX,
            Revocations.PREFIX,
            Slots.PREFIX,
            VaultConfig.NAME.value());

    /** A prune may delete what was listed; then the listing is read again, so often. */
    private static final int MOST_PASSES = 8;

    private final ObjectStore from;
    private final ObjectStore to;
    private final Progress progress;
    private long objects;
    private long bytes;
    private long present;
    private final Set<ObjectName> damaged = new LinkedHashSet<>();

    public Copy(ObjectStore from, ObjectStore to, Progress progress) {
        this.from = from;
        this.to = to;
        this.progress = progress;
    }

    public CopyResult run() throws IOException {
        VaultConfig config = demandSameVault();
        for (int pass = 1; pass <= MOST_PASSES; pass++) {
            if (pass(config)) {
                return new CopyResult(objects, bytes, present, List.copyOf(damaged));
            }
        }
        throw new VaultException("objects of " + from.place() + " vanished again and again while they were copied: a"
                + " prune is at work there. Run it again; what was copied is kept");
    }

    /** False if something that was listed is not there any more: its snapshots may need what came in its place. */
    private boolean pass(VaultConfig config) throws IOException {
        Map<String, List<StoredObject>> wanted = listed(config);
        Map<ObjectName, Long> there = new HashMap<>();
        for (StoredObject object : list(to, "")) {
            there.put(object.name(), object.size());
        }
        present = 0;
        for (String prefix : ORDER.reversed()) {
            if (prefix.equals(IndexPart.PREFIX)) {
                demandThatPacksStay(config, wanted.getOrDefault(PackId.PREFIX, List.of()));
            }
            boolean whole = true;
            for (StoredObject object : wanted.getOrDefault(prefix, List.of())) {
                if (Long.valueOf(object.size()).equals(there.get(object.name()))) {
                    present++;
                } else {
                    whole &= copy(object);
                }
            }
            if (!whole) {
                return false;
            }
        }
        return true;
    }

    private Map<String, List<StoredObject>> listed(VaultConfig config) throws IOException {
        Map<String, List<StoredObject>> listed = new LinkedHashMap<>();
        Set<SnapshotId> forgotten = ForgetMarks.load(from, config, Problems.IGNORED);
        for (String prefix : ORDER) {
            List<StoredObject> objects = list(from, prefix).stream()
                    .filter(object -> SnapshotId.of(object.name())
                            .filter(forgotten::contains)
                            .isEmpty())
                    .toList();
            objects.forEach(object -> progress.total(1, object.size()));
            listed.put(prefix, objects);
        }
        return listed;
    }

    /**
     * A pack that the other store is about to delete would be gone under the snapshots that are put now; one that was
     * marked there less than half the grace time ago is seen to be needed before it is deleted.
     */
    private void demandThatPacksStay(VaultConfig config, List<StoredObject> packs) throws IOException {
        Duration half = config.options().grace().dividedBy(2);
        Instant longAgo = to.now().minus(half);
        Set<PackId> doomed = DeletionMarks.load(to, config, Problems.IGNORED).packsSince(longAgo);
        if (doomed.isEmpty()) {
            return;
        }
        Set<PackId> deadHere =
                DeletionMarks.load(from, config, Problems.IGNORED).packs();
        for (StoredObject pack : packs) {
            boolean needed = PackId.of(pack.name())
                    .filter(id -> doomed.contains(id) && !deadHere.contains(id))
                    .isPresent();
            if (needed) {
                throw new VaultException(pack.name() + " is about to be deleted in " + to.place() + ", but "
                        + from.place() + " has it: run 'holdfast prune' there first, then copy again");
            }
        }
    }

    /** Never mixes two vaults in one store. */
    private VaultConfig demandSameVault() throws IOException {
        VaultConfig config = VaultConfig.decode(from.get(VaultConfig.NAME));
        if (to.exists(VaultConfig.NAME)
                && !VaultConfig.decode(to.get(VaultConfig.NAME)).equals(config)) {
            throw new VaultException("there is another vault in " + to.place() + "; copy to an empty place");
        }
        return config;
    }

    /** False if it is not there any more. */
    private boolean copy(StoredObject object) throws IOException {
        ObjectName name = object.name();
        byte[] found;
        try {
            found = from.get(name);
        } catch (NoSuchObjectException e) {
            return false;
        }
        if (name.equals(VaultConfig.NAME)
                || HexFormat.of().formatHex(Hashes.sha256(found)).equals(name.lastSegment())) {
            to.put(name, found);
            objects++;
            bytes += found.length;
        } else {
            damaged.add(name);
        }
        progress.advanced(1, object.size());
        return true;
    }

    private static List<StoredObject> list(ObjectStore store, String prefix) throws IOException {
        try (Stream<StoredObject> all = store.list(prefix)) {
            return all.toList();
        }
    }
}
