package holdfast.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C, for commands that have something to put in order before they end: their thread is interrupted, and the
 * process waits for them, but not for ever.
 */
final class Interruption {
    private static final int PATIENCE_SECONDS = 20;

    private final AtomicBoolean awaited = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** For the thread that runs the command. */
    static Interruption install() {
        Interruption interruption = new Interruption();
        Thread worker = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interruption.end(worker), "holdfast-interrupt"));
        return interruption;
    }

    private void end(Thread worker) {
        if (awaited.get()) {
            worker.interrupt();
            try {
                boolean _ = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** From now on the command wants to be told, and waited for. */
    void awaitMe() {
        awaited.set(true);
    }

    /** Everything is done and said. */
    void over() {
        awaited.set(false);
        ended.countDown();
    }
}
