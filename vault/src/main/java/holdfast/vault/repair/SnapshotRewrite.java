package holdfast.vault.repair;

import holdfast.crypto.VerifyingKey;
import holdfast.vault.backup.CommitGate;
import holdfast.vault.index.IndexLoader;
import holdfast.vault.index.IndexView;
import holdfast.vault.index.IndexWriter;
import holdfast.vault.index.PieceReader;
import holdfast.vault.index.PieceStore;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultException;
import holdfast.vault.pack.OpenState;
import holdfast.vault.pack.PackKind;
import holdfast.vault.pack.PackStream;
import holdfast.vault.repair.SnapshotRepairPlan.Broken;
import holdfast.vault.tree.Catalog;
import holdfast.vault.tree.SnapshotBody;
import holdfast.vault.tree.SnapshotFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * Writes broken snapshots of one writer anew. A new snapshot relies on what it refers to as a backup's does, by the same
 * rules: so the old one may be forgotten at once.
 */
final class SnapshotRewrite {
    private final OpenState vault;
    private final VerifyingKey writer;
    private final Map<SnapshotId, SnapshotId> written;
    private final List<SnapshotId> waiting;

    /** @param written hears of those that were, {@code waiting} of those that were not yet */
    SnapshotRewrite(
            OpenState vault, VerifyingKey writer, Map<SnapshotId, SnapshotId> written, List<SnapshotId> waiting) {
        this.vault = vault;
        this.writer = writer;
        this.written = written;
        this.waiting = waiting;
    }

    void run(List<Broken> broken) throws IOException {
        ExecutorService sealers = vault.context().pool(vault.context().threads(), "holdfast-seal-");
        ExecutorService putters = vault.context().pool(1, "holdfast-put-");
        try {
            run(broken, sealers, putters);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VaultException("the repair was interrupted; run it again to go on", e);
        } finally {
            sealers.shutdownNow();
            putters.shutdownNow();
        }
    }

    private void run(List<Broken> broken, ExecutorService sealers, ExecutorService putters)
            throws IOException, InterruptedException {
        IndexView view = IndexLoader.forBackup(vault, writer);
        PieceReader trees = new Catalog(vault).reader(IndexLoader.trustedBy(vault, writer));
        IndexWriter index = new IndexWriter(vault);
        PackStream stream = new PackStream(PackKind.TREE, vault, sealers, putters, index::add);
        PieceStore store = new PieceStore(
                stream, view.index(), vault.treeIds(), vault.config().options().chunkMaximum());
        Map<SnapshotId, SnapshotBody> bodies = new LinkedHashMap<>();
        for (Broken one : broken) {
            TreeRewrite rewrite = new TreeRewrite(trees, store, one.losses());
            SnapshotBody body = one.snapshot().body();
            if (rewrite.claims(view.index(), body)) {
                bodies.put(one.snapshot().id(), body(one, rewrite));
            } else {
                waiting.add(one.snapshot().id());
            }
        }
        stream.finish();
        index.finish();
        CommitGate gate = new CommitGate(vault, view, index.packs());
        for (Map.Entry<SnapshotId, SnapshotBody> one : bodies.entrySet()) {
            gate.demandThatAllStays();
            SnapshotId id = SnapshotFile.put(vault, one.getValue());
            gate.demandInTime();
            written.put(one.getKey(), id);
        }
    }

    private SnapshotBody body(Broken broken, TreeRewrite rewrite) throws IOException, InterruptedException {
        SnapshotBody old = broken.snapshot().body();
        return new SnapshotBody(
                old.time(),
                old.host(),
                old.paths(),
                old.tags(),
                broken.files(),
                broken.bytes(),
                rewrite.root(old.root()),
                old.attachments().stream()
                        .filter(attached -> !rewrite.isLost(attached))
                        .toList(),
                Optional.of(new SnapshotBody.Rewritten(writer, broken.snapshot().id())));
    }
}
