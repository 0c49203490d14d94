package holdfast.vault.restore;

import holdfast.vault.model.Failures;
import holdfast.vault.model.FilePath;
import holdfast.vault.tree.TreeNode;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A regular file on its way back. Several threads may write pieces of it. */
final class RestoredFile {
    private final RestoreTarget target;
    private final FilePath path;
    private final TreeNode node;
    private int missing;
    private boolean started;
    private @Nullable String failure;

    RestoredFile(RestoreTarget target, FilePath path, TreeNode node) {
        this.target = target;
        this.path = path;
        this.node = node;
        this.missing = node.pieces().size();
    }

    FilePath path() {
        return path;
    }

    long size() {
        return node.size();
    }

    boolean isEmpty() {
        return node.pieces().isEmpty();
    }

    synchronized void writeEmpty() {
        try {
            target.write(path, node, true, 0, new byte[0], 0, 0, true);
        } catch (IOException e) {
            fail(e);
        }
    }

    /** The last piece also gives the file its mode, owner and time. */
    synchronized void write(long offset, byte[] bytes, int from, int length) throws IOException {
        if (failure != null) {
            return;
        }
        missing--;
        target.write(path, node, !started, offset, bytes, from, length, missing == 0);
        started = true;
    }

    synchronized void fail(Exception why) {
        if (failure == null) {
            failure = Failures.inWords(why);
        }
    }

    synchronized Optional<String> failure() {
        return Optional.ofNullable(failure);
    }
}
