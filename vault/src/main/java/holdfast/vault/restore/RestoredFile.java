package holdfast.vault.restore;

import holdfast.vault.host.NoSpaceException;
import holdfast.vault.model.Failures;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Piece;
import holdfast.vault.tree.TreeNode;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A regular file on its way back. Several threads may write pieces of it. */
final class RestoredFile {
    /** Shared by all files that are not there yet; nobody changes it. */
    private static final BitSet NONE = new BitSet(0);

    private final RestoreTarget target;
    private final FilePath path;
    private final TreeNode node;
    private BitSet right = NONE;
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

    List<Piece> pieces() {
        return node.pieces();
    }

    long size() {
        return node.size();
    }

    /** Goes on with a file that is there: these pieces of it need not be written. */
    void goOn(BitSet piecesRight) {
        right = piecesRight;
        started = true;
        missing = node.pieces().size() - piecesRight.cardinality();
    }

    boolean isRight(int piece) {
        return right.get(piece);
    }

    /** How many bytes need not be written. */
    long present() {
        return right.stream().mapToLong(i -> node.pieces().get(i).length()).sum();
    }

    boolean needsNoContent() {
        return missing == 0;
    }

    /** Makes what is complete without any more content. */
    synchronized void finish() throws NoSpaceException {
        if (failure == null) {
            write(() -> target.write(path, node, !started, 0, new byte[0], 0, 0, true));
        }
    }

    /** The last piece also gives the file its length, mode, owner and time. */
    synchronized void write(long offset, byte[] bytes, int from, int length) throws NoSpaceException {
        if (failure == null) {
            missing--;
            write(() -> target.write(path, node, !started, offset, bytes, from, length, missing == 0));
            started = true;
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    /** A full disk ends the whole restore; anything else fails this file. */
    private void write(Writing writing) throws NoSpaceException {
        try {
            writing.run();
        } catch (NoSpaceException e) {
            throw e;
        } catch (IOException e) {
            fail(e);
        }
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
