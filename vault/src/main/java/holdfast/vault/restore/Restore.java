package holdfast.vault.restore;

import holdfast.vault.index.ChunkIndex;
import holdfast.vault.index.GroupReader;
import holdfast.vault.index.PieceReader;
import holdfast.vault.model.FailedFile;
import holdfast.vault.model.Failures;
import holdfast.vault.model.FileKind;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.GroupId;
import holdfast.vault.model.PackId;
import holdfast.vault.model.Piece;
import holdfast.vault.model.Progress;
import holdfast.vault.model.VaultException;
import holdfast.vault.pack.ChunkIds;
import holdfast.vault.pack.OpenState;
import holdfast.vault.tree.Catalog;
import holdfast.vault.tree.TreeNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One restore: folders first, then group after group in the order of the packs, every file that has a chunk in it
 * written at its place; links and the folders' own times last.
 */
public final class Restore {
    private final OpenState vault;
    private final RestoreRequest request;
    private final Progress progress;
    private final RestoreTarget target;
    private final Map<GroupId, GroupWork> work = new HashMap<>();
    private final List<RestoredFile> files = new ArrayList<>();
    private final List<Late> links = new ArrayList<>();
    private final List<Late> folders = new ArrayList<>();
    private final Map<Long, FilePath> twins = new HashMap<>();
    private final List<FailedFile> failures = new ArrayList<>();
    private long restored;
    private long bytes;

    /** What is done after the contents. */
    private record Late(FilePath path, TreeNode node) {}

    public Restore(OpenState vault, RestoreRequest request, Progress progress) {
        this.vault = vault;
        this.request = request;
        this.progress = progress;
        this.target = new RestoreTarget(request.target());
    }

    public RestoreResult run(Catalog.Known snapshot, ChunkIndex index, PieceReader trees) throws IOException {
        ChunkIds ids = vault.contentIds();
        GroupReader groups = new GroupReader(vault);
        target.makeTop();
        Catalog.walk(trees, snapshot.body().root(), (path, node) -> plan(path, node, index));
        if (!request.only().isEmpty() && files.isEmpty() && links.isEmpty() && folders.isEmpty()) {
            throw new VaultException.NotFound(
                    "nothing in snapshot " + snapshot.id().brief() + " is called "
                            + request.only().getFirst() + "; 'holdfast ls' lists its files");
        }
        writeContents(groups, ids);
        for (RestoredFile file : files) {
            count(file);
        }
        links.forEach(this::makeLate);
        for (Late folder : folders.reversed()) {
            attempt(folder.path(), () -> target.finishFolder(folder.path(), folder.node()));
        }
        return new RestoreResult(restored, bytes, List.copyOf(failures));
    }

    private boolean isWanted(FilePath path) {
        return request.only().isEmpty() || request.only().stream().anyMatch(path::isWithin);
    }

    private void plan(FilePath path, TreeNode node, ChunkIndex index) {
        if (!isWanted(path)) {
            return;
        }
        if (request.only().contains(path)) {
            attempt(path, () -> target.makeParents(path));
        }
        switch (node.kind()) {
            case FOLDER -> {
                attempt(path, () -> target.makeFolder(path));
                if (!(node.name().length == 1 && node.name()[0] == '/')) {
                    folders.add(new Late(path, node));
                }
            }
            case FILE -> planFile(path, node, index);
            default -> links.add(new Late(path, node));
        }
    }

    private void planFile(FilePath path, TreeNode node, ChunkIndex index) {
        if (node.twin() != 0 && twins.putIfAbsent(node.twin(), path) != null) {
            links.add(new Late(path, node));
            return;
        }
        progress.total(1, node.size());
        RestoredFile file = new RestoredFile(target, path, node);
        files.add(file);
        long offset = 0;
        try {
            for (Piece piece : node.pieces()) {
                ChunkIndex.Place place = index.demand(piece.id());
                work.computeIfAbsent(place.group().group().id(), id -> new GroupWork(place.group()))
                        .add(file, offset, piece, place.offset());
                offset += piece.length();
            }
        } catch (VaultException e) {
            file.fail(e);
        }
    }

    private void writeContents(GroupReader groups, ChunkIds ids) throws IOException {
        List<GroupWork> ordered = new ArrayList<>(work.values());
        ordered.sort(
                Comparator.<GroupWork, PackId>comparing(w -> w.place().pack().id())
                        .thenComparingLong(w -> w.place().group().offset()));
        work.clear();
        ExecutorService pool = Executors.newFixedThreadPool(
                vault.context().threads() + 2,
                Thread.ofPlatform().daemon().name("holdfast-restore-", 1).factory());
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (RestoredFile file : files) {
                if (file.isEmpty()) {
                    futures.add(pool.submit(file::writeEmpty));
                }
            }
            for (GroupWork one : ordered) {
                futures.add(pool.submit(() -> one.run(groups, ids, progress)));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw Failures.asIoException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VaultException("the restore was interrupted; what is in the target may be incomplete", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private void count(RestoredFile file) {
        file.failure().ifPresentOrElse(why -> failures.add(new FailedFile(file.path(), why)), () -> {
            restored++;
            bytes += file.size();
        });
    }

    private void makeLate(Late late) {
        FilePath first = twins.get(late.node().twin());
        attempt(late.path(), () -> {
            if (first != null && !first.equals(late.path())) {
                target.makeHardLink(late.path(), first);
                if (late.node().kind() == FileKind.FILE) {
                    restored++;
                    bytes += late.node().size();
                }
            } else {
                target.makeSpecial(late.path(), late.node());
            }
        });
    }

    private interface Step {
        void run() throws IOException;
    }

    private void attempt(FilePath path, Step step) {
        try {
            step.run();
        } catch (IOException e) {
            failures.add(new FailedFile(path, Failures.inWords(e)));
        }
    }
}
