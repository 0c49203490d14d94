package holdfast.vault.backup;

import holdfast.vault.cut.Cutter;
import holdfast.vault.host.HostContent;
import holdfast.vault.host.HostFile;
import holdfast.vault.host.HostStat;
import holdfast.vault.model.Failures;
import holdfast.vault.pack.ChunkIds;
import holdfast.vault.tree.Kinds;
import holdfast.vault.tree.TreeNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The content of a large file: one thread reads and cuts it window by window, others make the ids of the chunks, a
 * third takes them. At most a few windows are in memory.
 */
final class LargeContent implements FileContent, Callable<Void> {
    private static final int WINDOW_BYTES = 2 << 20;
    private static final int WINDOWS_AHEAD = 2;

    private final HostFile file;
    private final Cutter cutter;
    private final ChunkIds ids;
    private final ExecutorService hashing;
    private final Runnable onRelease;
    private final ArrayBlockingQueue<Window> windows = new ArrayBlockingQueue<>(WINDOWS_AHEAD);
    private @Nullable Ending ending;
    private final ConcurrentLinkedQueue<byte[]> idleWindows = new ConcurrentLinkedQueue<>();
    private byte @Nullable [] lent;
    private boolean ended;

    /** Pieces whose ids are being made; the last window has the error or the stat with which the reading ended. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Window(
            byte @Nullable [] bytes,
            List<Future<CutPiece>> pieces,
            @Nullable Exception error,
            @Nullable Ending ending) {}

    private record Ending(HostStat stat, List<TreeNode.Attribute> attributes) {}

    LargeContent(HostFile file, Cutter cutter, ChunkIds ids, ExecutorService hashing, Runnable onRelease) {
        this.file = file;
        this.cutter = cutter;
        this.ids = ids;
        this.hashing = hashing;
        this.onRelease = onRelease;
    }

    /** Reads; runs in a thread of its own. */
    @Override
    public @Nullable Void call() throws InterruptedException {
        try (HostContent content = file.open()) {
            Kinds.demandFile(content.stat(), file);
            readAll(content);
            Ending found = new Ending(content.stat(), TreeNode.Attribute.of(file));
            windows.put(new Window(null, List.of(), null, found));
        } catch (IOException | RuntimeException e) {
            windows.put(new Window(null, List.of(), e, null));
        }
        return null;
    }

    private void readAll(HostContent content) throws IOException, InterruptedException {
        byte[] window = emptyWindow();
        int filled = 0;
        boolean more = true;
        while (more) {
            int read = content.read(window, filled, window.length - filled);
            filled += read;
            more = filled == window.length;
            List<Future<CutPiece>> pieces = new ArrayList<>();
            int at = 0;
            while (at < filled && (!more || filled - at >= cutter.maximum())) {
                int length = cutter.cut(window, at, filled);
                pieces.add(hash(window, at, length));
                at += length;
            }
            byte[] next = more ? emptyWindow() : window;
            if (more) {
                System.arraycopy(window, at, next, 0, filled - at);
            }
            windows.put(new Window(window, pieces, null, null));
            filled -= at;
            window = next;
        }
    }

    private byte[] emptyWindow() {
        byte[] idle = idleWindows.poll();
        return idle == null ? new byte[WINDOW_BYTES + cutter.maximum()] : idle;
    }

    private Future<CutPiece> hash(byte[] window, int from, int length) {
        return hashing.submit(() -> new CutPiece(ids.of(window, from, length), window, from, length));
    }

    @Override
    public List<CutPiece> next() throws IOException, InterruptedException {
        if (lent != null) {
            idleWindows.offer(lent);
            lent = null;
        }
        while (!ended) {
            Window window = windows.take();
            if (window.error() != null) {
                ended = true;
                throw window.error() instanceof IOException io ? io : new IOException(window.error());
            }
            if (window.ending() != null) {
                ending = window.ending();
                ended = true;
            } else if (!window.pieces().isEmpty()) {
                lent = window.bytes();
                return collect(window.pieces());
            }
        }
        return List.of();
    }

    private static List<CutPiece> collect(List<Future<CutPiece>> futures) throws IOException, InterruptedException {
        List<CutPiece> pieces = new ArrayList<>(futures.size());
        for (Future<CutPiece> future : futures) {
            try {
                pieces.add(future.get());
            } catch (ExecutionException e) {
                throw Failures.asIoException(e);
            }
        }
        return pieces;
    }

    @Override
    public HostStat stat() {
        return ending().stat();
    }

    @Override
    public List<TreeNode.Attribute> attributes() {
        return ending().attributes();
    }

    private Ending ending() {
        if (ending == null) {
            throw new IllegalStateException("the content has not ended");
        }
        return ending;
    }

    @Override
    public void release() {
        onRelease.run();
    }
}
