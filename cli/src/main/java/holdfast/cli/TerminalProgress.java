package holdfast.cli;

import holdfast.vault.model.FilePath;
import holdfast.vault.model.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** One line on a terminal that tells how far it is, how fast, and how long it may still take. Silent elsewhere. */
final class TerminalProgress implements Progress, AutoCloseable {
    private static final long REDRAW_NANOS = 200_000_000;
    private static final long SETTLED_NANOS = 3_000_000_000L;

    private final PrintWriter err;
    private final String verb;
    private final long start = System.nanoTime();
    private final AtomicLong totalFiles = new AtomicLong();
    private final AtomicLong totalBytes = new AtomicLong();
    private final AtomicLong files = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final ReentrantLock drawing = new ReentrantLock();
    private volatile long lastDrawn = start;

    private TerminalProgress(PrintWriter err, String verb) {
        this.err = err;
        this.verb = verb;
    }

    /** A progress that suits where the command runs; close it before printing anything else. */
    static Closing of(VaultCommand command, String verb) {
        if (!Terminal.isThere() || command.common().quiet || command.common().json) {
            return new Closing(Progress.NONE, () -> {});
        }
        TerminalProgress progress = new TerminalProgress(command.err(), verb);
        return new Closing(progress, progress::close);
    }

    /** A progress and what ends it. */
    record Closing(Progress progress, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }

    @Override
    public void total(long moreFiles, long moreBytes) {
        totalFiles.addAndGet(moreFiles);
        totalBytes.addAndGet(moreBytes);
    }

    @Override
    public void advanced(long moreFiles, long moreBytes) {
        files.addAndGet(moreFiles);
        bytes.addAndGet(moreBytes);
        long now = System.nanoTime();
        if (now - lastDrawn > REDRAW_NANOS && drawing.tryLock()) {
            try {
                lastDrawn = now;
                draw(now);
            } finally {
                drawing.unlock();
            }
        }
    }

    @Override
    public void at(FilePath path) {
        // One line is enough: names would flicker.
    }

    private void draw(long now) {
        double seconds = (now - start) / 1e9;
        double rate = bytes.get() / seconds;
        String left = "";
        if (now - start > SETTLED_NANOS && rate > 0) {
            long remaining = Math.max(0, (long) ((totalBytes.get() - bytes.get()) / rate));
            left = ", " + Sizes.time(Duration.ofSeconds(remaining)) + " left";
        }
        err.print("\r\u001b[K" + verb + " " + files + "/" + totalFiles + " files, " + Sizes.bytes(bytes.get()) + " of "
                + Sizes.bytes(totalBytes.get()) + ", " + Sizes.bytes((long) rate) + "/s" + left);
        err.flush();
    }

    @Override
    public void close() {
        err.print("\r\u001b[K");
        err.flush();
    }
}
