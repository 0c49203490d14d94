package holdfast.vault.check;

import holdfast.crypto.VerifyingKey;
import holdfast.storage.NoSuchObjectException;
import holdfast.storage.ObjectName;
import holdfast.storage.StoredObject;
import holdfast.vault.check.CheckReport.Finding;
import holdfast.vault.check.CheckReport.Severity;
import holdfast.vault.index.ChunkIndex;
import holdfast.vault.index.IndexCache;
import holdfast.vault.index.IndexLoader;
import holdfast.vault.key.VaultConfig;
import holdfast.vault.model.Piece;
import holdfast.vault.model.Progress;
import holdfast.vault.model.VaultException;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.pack.OpenState;
import holdfast.vault.tree.Catalog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Looks whether everything is there and is what it was; reads every byte if asked to. */
public final class Check {
    private final OpenState vault;
    private final Progress progress;
    private final List<Finding> findings = new ArrayList<>();
    private long snapshots;
    private long objects;

    public Check(OpenState vault, Progress progress) {
        this.vault = vault;
        this.progress = progress;
    }

    public CheckReport run(ReadData readData) throws IOException {
        ChunkIndex index = IndexLoader.all(vault, this::problem);
        Map<ObjectName, Long> stored = packsInStore();
        checkPacks(index, stored);
        try (PackCheck packs = new PackCheck(vault, progress)) {
            packs.start(index, stored, readData);
            // While others read the packs, this thread walks the trees.
            if (vault.keys().role().catalogues()) {
                checkSnapshots();
            } else {
                note(VaultConfig.NAME, "snapshots and trees were not looked at: that needs a cataloguer's key");
            }
            findings.addAll(packs.findings());
            return new CheckReport(findings, snapshots, objects, packs.bytes());
        }
    }

    private void problem(ObjectName object, Exception why) {
        Severity severity = why instanceof VaultException.Revoked ? Severity.NOTE : Severity.DAMAGE;
        findings.add(new Finding(severity, object, "", String.valueOf(why.getMessage())));
    }

    private void note(ObjectName object, String what) {
        findings.add(new Finding(Severity.NOTE, object, "", what));
    }

    private Map<ObjectName, Long> packsInStore() throws IOException {
        Map<ObjectName, Long> stored = new HashMap<>();
        try (Stream<StoredObject> all = vault.store().list("")) {
            all.forEach(object -> {
                objects++;
                if (object.name().value().startsWith("packs/")) {
                    stored.put(object.name(), object.size());
                }
            });
        }
        return stored;
    }

    private void checkPacks(ChunkIndex index, Map<ObjectName, Long> stored) {
        Set<ObjectName> known = new HashSet<>();
        for (IndexPart.Pack pack : index.packs()) {
            ObjectName name = pack.id().objectName();
            known.add(name);
            Long size = stored.get(name);
            if (size == null) {
                findings.add(missing(name));
            } else if (size != pack.size()) {
                findings.add(new Finding(
                        Severity.DAMAGE,
                        name,
                        "",
                        "the pack has " + size + " bytes, not " + pack.size()
                                + "; 'holdfast repair packs' saves what is whole of it"));
            }
        }
        for (ObjectName name : stored.keySet()) {
            if (!known.contains(name)) {
                note(
                        name,
                        "no index part tells of this pack: left by a backup that was broken off ('holdfast repair index'"
                                + " tells of it, prune frees it), or not signed by anybody enrolled");
            }
        }
    }

    /** What is missing with it the snapshots tell, to those who see them: a pack that none needs is no loss. */
    private Finding missing(ObjectName pack) {
        String what = "the pack is missing from " + vault.store().place();
        return vault.keys().role().catalogues()
                ? new Finding(
                        Severity.NOTE,
                        pack,
                        "",
                        what + "; a snapshot that needs it is named. 'holdfast repair index' drops it from the index")
                : new Finding(Severity.DAMAGE, pack, "", what);
    }

    private void checkSnapshots() throws IOException {
        IndexCache indexes = new IndexCache(vault);
        Catalog catalog = new Catalog(vault);
        Map<VerifyingKey, Set<List<Piece>>> seen = new HashMap<>();
        for (Catalog.Known snapshot : catalog.snapshots(this::problem)) {
            snapshots++;
            ObjectName name = snapshot.id().objectName();
            try {
                ChunkIndex index = indexes.of(snapshot.writer());
                Set<List<Piece>> trees = seen.computeIfAbsent(snapshot.writer(), writer -> new HashSet<>());
                new TreeCheck(index, catalog.reader(index), trees).check(snapshot);
            } catch (VaultException | NoSuchObjectException e) {
                findings.add(new Finding(Severity.DAMAGE, name, "", String.valueOf(e.getMessage())));
            }
        }
    }
}
