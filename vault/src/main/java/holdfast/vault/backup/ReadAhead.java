package holdfast.vault.backup;

import holdfast.vault.backup.FileContent.CutPiece;
import holdfast.vault.cut.Cutter;
import holdfast.vault.host.HostContent;
import holdfast.vault.host.HostFile;
import holdfast.vault.host.HostStat;
import holdfast.vault.pack.ChunkIds;
import holdfast.vault.tree.Kinds;
import holdfast.vault.tree.TreeNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Reads files ahead of the thread that packs them, many at a time: a disk answers sixteen requests in little more
 * time than one. What is in memory is bounded by permits, which are taken in the order of the walk, so that the file
 * that is waited for always has its own.
 */
final class ReadAhead implements AutoCloseable {
    private static final int READERS = 16;
    private static final int SMALL_BYTES = 1 << 20;
    private static final int PERMIT_BYTES = 4 << 10;
    private static final int PERMITS = (24 << 20) / PERMIT_BYTES;
    private static final int LARGE_PERMITS = (12 << 20) / PERMIT_BYTES;

    private final Cutter cutter;
    private final ChunkIds ids;
    private final ExecutorService hashing;
    private final ExecutorService readers = Executors.newFixedThreadPool(
            READERS, Thread.ofPlatform().daemon().name("holdfast-read-", 1).factory());
    private final Semaphore memory = new Semaphore(PERMITS);

    ReadAhead(Cutter cutter, ChunkIds ids, ExecutorService hashing) {
        this.cutter = cutter;
        this.ids = ids;
        this.hashing = hashing;
    }

    /** Starts to read a regular file; waits while too much is in memory. */
    FileContent start(HostFile file) throws InterruptedException {
        long size = file.stat().size();
        if (size < 0 || size > SMALL_BYTES) {
            memory.acquire(LARGE_PERMITS);
            LargeContent content = new LargeContent(file, cutter, ids, hashing, () -> memory.release(LARGE_PERMITS));
            var _ = readers.submit(content);
            return content;
        }
        int permits = 1 + (int) (size / PERMIT_BYTES);
        memory.acquire(permits);
        return new SmallContent(readers.submit(() -> readWhole(file)), () -> memory.release(permits));
    }

    private SmallContent.Whole readWhole(HostFile file) throws IOException {
        try (HostContent content = file.open()) {
            byte[] bytes = new byte[(int) Math.min(SMALL_BYTES, file.stat().size()) + 1];
            int length = content.read(bytes, 0, bytes.length);
            while (length == bytes.length) {
                // It grew since its folder was listed: all of it counts.
                if (length > 64 * SMALL_BYTES) {
                    throw new IOException("it grew from " + file.stat().size() + " bytes to more than " + length
                            + " while it was read");
                }
                bytes = Arrays.copyOf(bytes, 2 * length);
                length += content.read(bytes, length, bytes.length - length);
            }
            HostStat stat = content.stat();
            Kinds.demandFile(stat, file);
            return new SmallContent.Whole(stat, TreeNode.Attribute.of(file), cut(bytes, length));
        }
    }

    private List<CutPiece> cut(byte[] bytes, int length) {
        List<CutPiece> pieces = new ArrayList<>(1);
        int at = 0;
        while (at < length) {
            int next = cutter.cut(bytes, at, length);
            pieces.add(new CutPiece(ids.of(bytes, at, next), bytes, at, next));
            at += next;
        }
        return pieces;
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
