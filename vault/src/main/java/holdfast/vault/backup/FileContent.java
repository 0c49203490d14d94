package holdfast.vault.backup;

import holdfast.vault.host.HostStat;
import holdfast.vault.model.ChunkId;
import holdfast.vault.tree.TreeNode;
import java.io.IOException;
import java.util.List;

/**
 * A file's content on its way from the reading threads to the one that packs, piece by piece. Taken by one thread.
 */
public interface FileContent {
    /** The next pieces; an empty list at the end. Waits for them. */
    List<CutPiece> next() throws IOException, InterruptedException;

    /** What the file was while it was read; after the end. */
    HostStat stat();

    /** Its extended attributes; after the end. */
    List<TreeNode.Attribute> attributes();

    /** Called once by the taker, when it is done with the content or with the whole backup. */
    void release();

    /** A chunk's bytes and id, in a larger array that is only lent until the next call. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record CutPiece(ChunkId id, byte[] bytes, int from, int length) {}
}
