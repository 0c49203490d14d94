package holdfast.vault.restore;

import holdfast.vault.host.HostFile;
import holdfast.vault.host.NoSpaceException;
import holdfast.vault.index.PieceReader;
import holdfast.vault.model.FailedFile;
import holdfast.vault.model.Failures;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Piece;
import holdfast.vault.model.Progress;
import holdfast.vault.model.VaultException;
import holdfast.vault.tree.Catalog;
import holdfast.vault.tree.TreeNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a restore has to do, from the snapshot's tree and from what lies in the target. Makes the folders. */
final class RestorePlan {
    private final RestoreRequest request;
    private final RestoreTarget target;
    private final Progress progress;
    private final Selection.Filter filter;
    private final boolean targetEmpty;
    private final Map<Long, FilePath> twins = new HashMap<>();
    private final Map<FilePath, Set<FilePath>> names = new HashMap<>();
    private final List<FilePath> wholeFolders = new ArrayList<>();
    final List<RestoredFile> files = new ArrayList<>();
    final List<RestoredFile> present = new ArrayList<>();
    final List<Late> links = new ArrayList<>();
    final List<Late> folders = new ArrayList<>();
    final List<FailedFile> failures = new ArrayList<>();
    long skipped;

    /** What is done after the contents; {@code first} is the other name of a hard link. */
    record Late(FilePath path, TreeNode node, Optional<FilePath> first) {}

    RestorePlan(RestoreRequest request, RestoreTarget target, boolean targetEmpty, Progress progress) {
        this.request = request;
        this.target = target;
        this.targetEmpty = targetEmpty;
        this.progress = progress;
        this.filter = new Selection.Filter(request.selection());
    }

    void make(Catalog.Known snapshot, PieceReader trees) throws IOException {
        if (request.folder().equals(FilePath.of(""))) {
            Catalog.walk(trees, snapshot.body().root(), visitor());
            // What absolute paths hang under stands for the target itself.
            boolean relative = !namesIn(request.folder()).contains(FilePath.of("/"));
            if (relative && request.selection().include().isEmpty()) {
                wholeFolders.add(request.folder());
            }
        } else {
            TreeNode top = Catalog.demandFolder(trees, snapshot, request.folder());
            wholeFolders.add(FilePath.of("/"));
            Catalog.walk(trees, FilePath.of("/"), top.pieces(), visitor());
        }
    }

    boolean isEmpty() {
        return files.isEmpty() && links.isEmpty() && folders.isEmpty() && skipped == 0;
    }

    /** Folders that are restored with everything in them. */
    List<FilePath> wholeFolders() {
        return wholeFolders;
    }

    /** What the snapshot has in a folder; known if something may have to be deleted. */
    Set<FilePath> namesIn(FilePath folder) {
        return names.getOrDefault(folder, Set.of());
    }

    private Catalog.Visitor visitor() {
        return new Catalog.Visitor() {
            @Override
            public void node(FilePath path, TreeNode node) throws IOException {
                plan(path, node);
            }

            // The rest is restored; and nothing is deleted in a folder of which it is unknown what belongs there.
            @Override
            public void damaged(FilePath folder, VaultException.Damaged why) throws VaultException {
                if (!wholeFolders.remove(folder)) {
                    throw why;
                }
                failures.add(new FailedFile(folder, Failures.inWords(why)));
            }
        };
    }

    private void plan(FilePath path, TreeNode node) throws IOException {
        if (request.manner().delete()) {
            names.computeIfAbsent(path.parent(), parent -> new HashSet<>()).add(path);
        }
        if (!filter.wants(path)) {
            return;
        }
        boolean top = node.name().length == 1 && node.name()[0] == '/';
        if (!request.selection().include().isEmpty()) {
            make(path, () -> target.makeParents(path));
        }
        switch (node.kind()) {
            case FOLDER -> {
                make(path, () -> target.makeFolder(path));
                wholeFolders.add(path);
                if (!top) {
                    folders.add(new Late(path, node, Optional.empty()));
                }
            }
            case FILE -> planFile(path, node);
            default -> planSpecial(path, node, Optional.empty());
        }
    }

    private void planFile(FilePath path, TreeNode node) throws IOException {
        if (Piece.sum(node.pieces()) != node.size()) {
            failures.add(new FailedFile(path, "its chunks do not add up to its size: the snapshot is damaged"));
            return;
        }
        FilePath first = node.twin() == 0 ? null : twins.putIfAbsent(node.twin(), path);
        if (first != null) {
            planSpecial(path, node, Optional.of(first));
            return;
        }
        Optional<HostFile> there = targetEmpty ? Optional.empty() : target.present(path);
        if (there.isPresent()
                && PresentFile.stays(there.get().stat(), node, request.manner().overwrite())) {
            skipped++;
            if (request.manner().overwrite() != Overwrite.IF_CHANGED) {
                // It is not the snapshot's content: another name of the file needs its own.
                twins.remove(node.twin(), path);
            }
            return;
        }
        progress.total(1, node.size());
        RestoredFile file = new RestoredFile(target, path, node);
        files.add(file);
        boolean single = there.isPresent()
                && there.get().stat().isFile()
                && there.get().stat().links() == 1;
        if (single && target.isWritable(path)) {
            present.add(file);
        }
    }

    /** A link or device is made anew, unless the policy lets stay what is there. */
    private void planSpecial(FilePath path, TreeNode node, Optional<FilePath> first) throws IOException {
        Optional<HostFile> there = targetEmpty ? Optional.empty() : target.present(path);
        if (there.isPresent()
                && PresentFile.stays(there.get().stat(), node, request.manner().overwrite())) {
            skipped++;
        } else {
            links.add(new Late(path, node, first));
        }
    }

    /** Something to do in the target. */
    interface Step {
        void run() throws IOException;
    }

    private void make(FilePath path, Step step) throws NoSpaceException {
        if (!request.manner().dryRun()) {
            attempt(path, step);
        }
    }

    /** A full disk ends the restore, anything else is told and passed over. */
    void attempt(FilePath path, Step step) throws NoSpaceException {
        try {
            step.run();
        } catch (NoSpaceException e) {
            throw e;
        } catch (IOException e) {
            failures.add(new FailedFile(path, Failures.inWords(e)));
        }
    }
}
