package holdfast.vault.backup;

import holdfast.vault.backup.FileContent.CutPiece;
import holdfast.vault.host.HostFile;
import holdfast.vault.host.HostStat;
import holdfast.vault.index.PieceStore;
import holdfast.vault.model.FailedFile;
import holdfast.vault.model.Failures;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Piece;
import holdfast.vault.model.Progress;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultException;
import holdfast.vault.tree.SnapshotBody;
import holdfast.vault.tree.Twins;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Takes what the walk tells, keeps the contents, and builds the trees from the leaves up. Used by one thread. */
final class TreeSaver {
    private final PieceStore contents;
    private final PieceStore trees;
    private final ReadAhead reading;
    private final Observers observers;
    private final Optional<ParentFilesWriter> cache;
    private final Progress progress;
    private final Twins twins = new Twins();
    private final Deque<FolderFrame> stack = new ArrayDeque<>();
    private final List<FailedFile> failures = new ArrayList<>();
    private List<Piece> root = List.of();
    private long files;
    private long unchanged;
    private long folders;
    private long bytes;

    TreeSaver(
            PieceStore contents,
            PieceStore trees,
            ReadAhead reading,
            Observers observers,
            Optional<ParentFilesWriter> cache,
            Progress progress) {
        this.contents = contents;
        this.trees = trees;
        this.reading = reading;
        this.observers = observers;
        this.cache = cache;
        this.progress = progress;
    }

    /** Takes everything; returns the root's tree. */
    List<Piece> take(Walk walk) throws IOException, InterruptedException {
        while (true) {
            switch (walk.next()) {
                case WalkEvent.Enter enter ->
                    stack.push(new FolderFrame(enter.path(), enter.name(), enter.stat(), enter.attributes()));
                case WalkEvent.Leave leave -> leave();
                case WalkEvent.Read read ->
                    save(read.path(), read.file(), read.content(), observers.sinks(read.path()));
                case WalkEvent.Unchanged same -> keepUnchanged(same);
                case WalkEvent.Twin twin -> keepTwin(twin);
                case WalkEvent.Special special ->
                    stack.element().addSpecial(special.file(), special.target(), special.attributes());
                case WalkEvent.Failed failed -> failed(failed.path(), failed.why());
                case WalkEvent.End end -> {
                    throwOn(end);
                    return root;
                }
            }
        }
    }

    private static void throwOn(WalkEvent.End end) throws IOException {
        switch (end.error().orElse(null)) {
            case null -> {}
            case IOException io -> throw io;
            case RuntimeException bug -> throw bug;
            case Error error -> throw error;
            case Throwable other -> throw new IllegalStateException(other);
        }
    }

    private void leave() throws IOException, InterruptedException {
        FolderFrame frame = stack.pop();
        List<Piece> tree = trees.keep(frame.tree());
        if (cache.isPresent()) {
            cache.get().folder(frame.path(), frame.cachedCount(), frame.cached());
        }
        if (stack.isEmpty()) {
            root = tree;
        } else {
            stack.element().addFolder(frame, tree);
            folders++;
        }
    }

    private void save(FilePath path, HostFile file, FileContent content, List<ContentSink> sinks)
            throws IOException, InterruptedException {
        progress.at(path);
        List<Piece> pieces = new ArrayList<>(1);
        try {
            while (true) {
                List<CutPiece> next;
                try {
                    next = content.next();
                } catch (IOException e) {
                    sinks.forEach(ContentSink::end);
                    failed(path, e);
                    return;
                }
                if (next.isEmpty()) {
                    break;
                }
                for (CutPiece piece : next) {
                    pieces.add(keep(piece, sinks));
                }
            }
        } finally {
            content.release();
        }
        sinks.forEach(ContentSink::end);
        HostStat stat = content.stat();
        Twins.Saved saved = new Twins.Saved(Piece.sum(pieces), content.attributes(), pieces);
        twins.remember(file.stat(), saved);
        add(path, file, stat, saved);
        if (stat.sameContentAs(file.stat()) && saved.size() == stat.size()) {
            cache(file, new ParentFiles.Known(stat, saved.attributes(), pieces));
        }
    }

    private Piece keep(CutPiece piece, List<ContentSink> sinks) throws IOException, InterruptedException {
        for (ContentSink sink : sinks) {
            sink.bytes(piece.bytes(), piece.from(), piece.length());
        }
        progress.advanced(0, piece.length());
        return contents.keep(piece.id(), piece.bytes(), piece.from(), piece.length());
    }

    private void keepUnchanged(WalkEvent.Unchanged same) throws IOException, InterruptedException {
        List<ContentSink> sinks = observers.sinks(same.path());
        if (!sinks.isEmpty()) {
            save(same.path(), same.file(), reading.start(same.file()), sinks);
            return;
        }
        unchanged++;
        progress.advanced(0, same.file().stat().size());
        ParentFiles.Known known = same.known();
        HostStat stat = same.file().stat();
        add(same.path(), same.file(), stat, new Twins.Saved(stat.size(), known.attributes(), known.pieces()));
        cache(same.file(), new ParentFiles.Known(stat, known.attributes(), known.pieces()));
    }

    private void keepTwin(WalkEvent.Twin twin) {
        Twins.Saved first = twins.of(twin.file().stat());
        if (first == null) {
            failed(twin.path(), new IOException("its other name could not be read"));
            return;
        }
        progress.advanced(0, first.size());
        add(twin.path(), twin.file(), twin.file().stat(), first);
    }

    private void add(FilePath path, HostFile file, HostStat stat, Twins.Saved saved) {
        stack.element().addFile(file, stat, saved);
        files++;
        bytes += saved.size();
        progress.advanced(1, 0);
        observers.saved(path, saved.size(), saved.pieces());
    }

    private void cache(HostFile file, ParentFiles.Known known) {
        if (cache.isPresent() && cache.get().isSettled(known.stat())) {
            stack.element().cache(file.name(), known);
        }
    }

    private void failed(FilePath path, Exception why) {
        String reason = Failures.inWords(why);
        failures.add(new FailedFile(path, reason));
        observers.failed(path, reason);
    }

    /** For what is worthless in part, such as the output of a command. */
    void demandNoFailure() throws VaultException {
        if (!failures.isEmpty()) {
            FailedFile first = failures.getFirst();
            throw new VaultException(
                    first.path() + " could not be saved: " + first.reason() + "; there is no snapshot");
        }
    }

    /** Asks the observers and keeps what they leave. */
    List<SnapshotBody.Attached> attachments() throws IOException, InterruptedException {
        List<SnapshotBody.Attached> kept = new ArrayList<>();
        for (BackupObserver.Attachment attachment : observers.finish()) {
            kept.add(new SnapshotBody.Attached(attachment.name(), trees.keep(attachment.bytes())));
        }
        return kept;
    }

    long files() {
        return files;
    }

    long bytes() {
        return bytes;
    }

    BackupResult result(SnapshotId id, long newBytes, long storedBytes) {
        return new BackupResult(id, files, unchanged, folders, bytes, newBytes, storedBytes, List.copyOf(failures));
    }
}
