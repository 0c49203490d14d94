package holdfast.vault.backup;

import holdfast.vault.cut.Cutter;
import holdfast.vault.host.Host;
import holdfast.vault.index.ChunkIndex;
import holdfast.vault.index.IndexLoader;
import holdfast.vault.index.IndexView;
import holdfast.vault.index.IndexWriter;
import holdfast.vault.index.PieceStore;
import holdfast.vault.key.Revocations;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Piece;
import holdfast.vault.model.Problems;
import holdfast.vault.model.Progress;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultException;
import holdfast.vault.model.Words;
import holdfast.vault.pack.ChunkIds;
import holdfast.vault.pack.OpenState;
import holdfast.vault.pack.PackKind;
import holdfast.vault.pack.PackStream;
import holdfast.vault.tree.SnapshotBody;
import holdfast.vault.tree.SnapshotFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * One backup: the threads and their order. Packs are put first, then the index parts that tell of them, the
 * snapshot last: whatever ends it before leaves a vault in which nothing refers to what is not there.
 */
public final class Backup {
    private static final int PUTTERS = 2;

    private final OpenState vault;
    private final BackupRequest request;
    private final Progress progress;

    public Backup(OpenState vault, BackupRequest request, Progress progress) {
        this.vault = request.mode().dryRun() ? vault.pretending() : vault;
        this.request = request;
        this.progress = progress;
    }

    public BackupResult run() throws IOException {
        if (!vault.keys().role().writes()) {
            throw new VaultException.NotPermitted(
                    "this is a " + Words.of(vault.keys().role()) + "'s key: saving needs a writer's or an owner's");
        }
        demandPaths();
        demandThatItCounts();
        Instant start = vault.context().clock().instant();
        ExecutorService sealers = vault.context().pool(vault.context().threads(), "holdfast-seal-");
        ExecutorService putters = vault.context().pool(PUTTERS, "holdfast-put-");
        Cutter cutter = vault.cutter();
        ChunkIds ids = vault.contentIds();
        try (ListAhead listing = new ListAhead(vault.context().pool(ListAhead.LISTERS, "holdfast-list-"));
                ReadAhead reading = new ReadAhead(cutter, ids, sealers)) {
            return run(start, sealers, putters, listing, reading, ids);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VaultException(
                    "the backup was interrupted: there is no snapshot, but what was put into the vault is kept;"
                            + " run it again to go on",
                    e);
        } finally {
            sealers.shutdownNow();
            putters.shutdownNow();
        }
    }

    private BackupResult run(
            Instant start,
            ExecutorService sealers,
            ExecutorService putters,
            ListAhead listing,
            ReadAhead reading,
            ChunkIds ids)
            throws IOException, InterruptedException {
        IndexWriter index = new IndexWriter(vault);
        IndexView view = IndexLoader.forBackup(vault, vault.keys().signing().verifyingKey());
        ChunkIndex trusted = view.index();
        PackStream contents = new PackStream(PackKind.CONTENT, vault, sealers, putters, index::add);
        PackStream trees = new PackStream(PackKind.TREE, vault, sealers, putters, index::add);
        int longest = vault.config().options().chunkMaximum();
        PieceStore contentStore = new PieceStore(contents, trusted, ids, longest);
        PieceStore treeStore = new PieceStore(trees, trusted, vault.treeIds(), longest);
        BackupCache cache = new BackupCache(vault, request);
        Walk walk = new Walk(
                request.mode().files(),
                BackupPlan.of(request.paths()),
                listing,
                reading,
                cache.parent(request, trusted),
                request.excludes(),
                progress);
        Optional<ParentFilesWriter> cacheWriter = request.mode().dryRun() ? Optional.empty() : cache.writer(start);
        Thread walker = Thread.ofPlatform().daemon().name("holdfast-walk").start(walk);
        try {
            TreeSaver saver = new TreeSaver(
                    contentStore, treeStore, reading, new Observers(request.observers()), cacheWriter, progress);
            List<Piece> root = saver.take(walk);
            if (request.mode().allOrNothing()) {
                saver.demandNoFailure();
            }
            SnapshotBody body = body(start, saver, root);
            contents.finish();
            trees.finish();
            index.finish();
            CommitGate gate = new CommitGate(vault, view, index.packs());
            gate.demandThatAllStays();
            SnapshotId id = SnapshotFile.put(vault, body);
            gate.demandInTime();
            demandThatItCounts();
            if (cacheWriter.isPresent()) {
                cacheWriter.get().finish();
            }
            return saver.result(id, contentStore.newBytes() + treeStore.newBytes(), index.storedBytes());
        } catch (IOException | InterruptedException | RuntimeException e) {
            keepWhatIsThere(contents, trees, index);
            throw e;
        } finally {
            walker.interrupt();
            if (cacheWriter.isPresent()) {
                cacheWriter.get().close();
            }
        }
    }

    /** Broken off: packs that are in the store are told to the index, so that the next backup need not put them. */
    private static void keepWhatIsThere(PackStream contents, PackStream trees, IndexWriter index) {
        boolean interrupted = Thread.interrupted();
        try {
            contents.abandon();
            trees.abandon();
            index.finish();
        } catch (IOException | UncheckedIOException e) {
            // The reason why it was broken off matters more; the packs are found by a repair.
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private SnapshotBody body(Instant start, TreeSaver saver, List<Piece> root)
            throws IOException, InterruptedException {
        return new SnapshotBody(
                request.label().time().orElse(start),
                request.label().host(),
                request.paths(),
                request.label().tags(),
                saver.files(),
                saver.bytes(),
                root,
                saver.attachments());
    }

    /** A key may have been taken back: then nobody believes what it puts. */
    private void demandThatItCounts() throws IOException {
        Revocations.load(vault.store(), vault.config(), Problems.IGNORED)
                .demandNone(vault.keys().signing().verifyingKey());
    }

    private void demandPaths() throws IOException {
        if (request.paths().isEmpty()) {
            throw new VaultException("nothing to back up: no path was given");
        }
        Host files = request.mode().files();
        for (FilePath path : request.paths()) {
            try {
                files.file(path.bytes());
            } catch (NoSuchFileException e) {
                FilePath here = FilePath.of(files.workingFolder());
                throw new VaultException.NotFound("there is no " + path + " to back up"
                        + (path.isAbsolute() ? "" : " in " + here) + "; nothing was saved");
            } catch (IOException e) {
                // Something is there; the walk tells of what cannot be read.
            }
        }
    }
}
