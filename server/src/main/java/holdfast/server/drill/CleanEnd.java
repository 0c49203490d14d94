package holdfast.server.drill;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a drill that is ended by Ctrl-C or SIGTERM end as one that ran to its end: the thread that made this is
 * interrupted, and the process lives on until it has closed this. What the thread started and put down is taken away
 * by its own {@code finally}s, and by nothing else.
 */
final class CleanEnd implements AutoCloseable {
    private static final long LONGEST_SECONDS = 30;

    private final CountDownLatch cleaned = new CountDownLatch(1);
    private final Thread hook;

    CleanEnd() {
        Thread worker = Thread.currentThread();
        hook = new Thread(() -> interrupt(worker), "clean-end");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void interrupt(Thread worker) {
        worker.interrupt();
        try {
            if (!cleaned.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("The drill did not end within " + LONGEST_SECONDS
                        + " seconds; its scratch folder in the system's temporary folder may be left.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        cleaned.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // It runs, and has been let go.
        }
    }
}
