package holdfast.vault.restore;

import holdfast.vault.host.HostFile;
import holdfast.vault.host.HostStat;
import holdfast.vault.host.NoSpaceException;
import holdfast.vault.index.ChunkIndex;
import holdfast.vault.index.GroupReader;
import holdfast.vault.index.PieceReader;
import holdfast.vault.model.FailedFile;
import holdfast.vault.model.Failures;
import holdfast.vault.model.FileKind;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Progress;
import holdfast.vault.model.VaultException;
import holdfast.vault.pack.ChunkIds;
import holdfast.vault.pack.OpenState;
import holdfast.vault.tree.Catalog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One restore: folders first; then what lies in the target is compared; then group after group in the order of the
 * packs, every file that misses a chunk of it written at its place; links and the folders' own times last. A restore
 * that was broken off goes on in the same way: what is right already is not fetched again.
 */
public final class Restore {
    private final OpenState vault;
    private final RestoreRequest request;
    private final RestoreRequest.Manner manner;
    private final Progress progress;
    private final RestoreTarget target;
    private long restored;
    private long bytes;
    private long present;

    public Restore(OpenState vault, RestoreRequest request, Progress progress) {
        this.vault = vault;
        this.request = request;
        this.manner = request.manner();
        this.progress = progress;
        this.target = new RestoreTarget(request.target(), manner.sparse());
    }

    public RestoreResult run(Catalog.Known snapshot, ChunkIndex index, PieceReader trees) throws IOException {
        demandSafeDelete();
        if (!manner.dryRun()) {
            target.makeTop();
        }
        RestorePlan plan = new RestorePlan(request, target, target.isEmpty(), progress);
        ExecutorService pool = Executors.newFixedThreadPool(
                vault.context().threads() + 2,
                Thread.ofPlatform().daemon().name("holdfast-restore-", 1).factory());
        try {
            plan.make(snapshot, trees);
            demandSomething(plan, snapshot);
            compare(plan, pool);
            if (!manner.dryRun()) {
                writeContents(plan, index, pool);
                finish(plan);
                verify(plan, pool);
            }
        } catch (NoSpaceException e) {
            throw new NoSpaceException(
                    e.getFile(), "no space left in " + target.top() + "; make room and run it again: it goes on");
        } finally {
            pool.shutdownNow();
        }
        plan.files.forEach(file -> count(file, plan.failures));
        List<FilePath> deleted = manner.delete() ? leftovers(plan) : List.of();
        return new RestoreResult(restored, bytes, present, plan.skipped, deleted, List.copyOf(plan.failures));
    }

    /** Whoever restores a folder of a system into its root must not lose the rest of the system. */
    private void demandSafeDelete() throws VaultException {
        boolean root = request.target().isAbsolute()
                && request.target().normalized().segments().isEmpty();
        if (manner.delete() && root && request.selection().include().isEmpty()) {
            throw new VaultException("--delete with the target / would remove whatever the snapshot does not have;"
                    + " say with --include what is meant");
        }
    }

    private void demandSomething(RestorePlan plan, Catalog.Known snapshot) throws VaultException {
        if (!request.selection().include().isEmpty() && plan.isEmpty()) {
            throw new VaultException.NotFound("nothing in snapshot "
                    + snapshot.id().brief() + " is what --include says; 'holdfast ls' lists its files");
        }
    }

    private void compare(RestorePlan plan, ExecutorService pool) throws IOException {
        ChunkIds ids = vault.contentIds();
        List<Callable<Void>> comparisons = new ArrayList<>();
        for (RestoredFile file : plan.present) {
            comparisons.add(() -> {
                compare(file, ids);
                return null;
            });
        }
        all(pool, comparisons);
    }

    private void compare(RestoredFile file, ChunkIds ids) {
        try {
            Optional<HostFile> there = target.present(file.path());
            if (there.isPresent()) {
                file.goOn(PresentFile.rightPieces(there.get(), file.pieces(), ids));
                progress.advanced(0, file.present());
            }
        } catch (IOException e) {
            // It cannot be read: it is replaced.
        }
    }

    private void writeContents(RestorePlan plan, ChunkIndex index, ExecutorService pool) throws IOException {
        ChunkIds ids = vault.contentIds();
        GroupReader groups = new GroupReader(vault);
        List<Callable<Void>> tasks = new ArrayList<>();
        for (RestoredFile file : plan.files) {
            if (file.needsNoContent()) {
                tasks.add(() -> {
                    file.finish();
                    return null;
                });
            }
        }
        for (GroupWork work : GroupWork.of(plan.files, index)) {
            tasks.add(() -> {
                work.run(groups, ids, progress);
                return null;
            });
        }
        all(pool, tasks);
    }

    /** Runs them in this order; the first failure ends all. */
    private static void all(ExecutorService pool, List<Callable<Void>> tasks) throws IOException {
        List<Future<Void>> futures = new ArrayList<>(tasks.size());
        tasks.forEach(task -> futures.add(pool.submit(task)));
        try {
            for (Future<Void> future : futures) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw Failures.asIoException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VaultException("the restore was interrupted; run it again to go on", e);
        }
    }

    private void finish(RestorePlan plan) throws NoSpaceException {
        for (RestorePlan.Late link : plan.links) {
            plan.attempt(link.path(), () -> make(link));
        }
        for (RestorePlan.Late folder : plan.folders.reversed()) {
            plan.attempt(folder.path(), () -> target.finishFolder(folder.path(), folder.node()));
        }
    }

    private void make(RestorePlan.Late late) throws IOException {
        if (late.first().isEmpty()) {
            target.makeSpecial(late.path(), late.node());
            return;
        }
        target.makeHardLink(late.path(), late.first().get());
        if (late.node().kind() == FileKind.FILE) {
            restored++;
            bytes += late.node().size();
        }
    }

    private void verify(RestorePlan plan, ExecutorService pool) throws IOException {
        if (!manner.verify()) {
            return;
        }
        ChunkIds ids = vault.contentIds();
        List<Callable<Void>> tasks = new ArrayList<>();
        for (RestoredFile file : plan.files) {
            tasks.add(() -> {
                verify(file, ids);
                return null;
            });
        }
        all(pool, tasks);
    }

    private void verify(RestoredFile file, ChunkIds ids) {
        try {
            HostFile there = target.present(file.path()).orElseThrow(() -> new IOException("it vanished"));
            HostStat stat = there.stat();
            int right = PresentFile.rightPieces(there, file.pieces(), ids).cardinality();
            if (right < file.pieces().size() || stat.size() != file.size()) {
                file.fail(new IOException("what was written reads differently: is the disk sound?"));
            }
        } catch (IOException e) {
            file.fail(e);
        }
    }

    private List<FilePath> leftovers(RestorePlan plan) throws NoSpaceException {
        return new Leftovers(target, plan, request.selection().exclude(), manner.dryRun()).remove();
    }

    private void count(RestoredFile file, List<FailedFile> failures) {
        file.failure().ifPresentOrElse(why -> failures.add(new FailedFile(file.path(), why)), () -> {
            restored++;
            bytes += file.size();
            present += file.present();
            progress.advanced(1, 0);
        });
    }
}
