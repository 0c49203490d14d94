package holdfast.server.platform.postgres;

import holdfast.server.platform.CannotStart;

/** Waiting for another process, which no clock of ours can shorten. */
final class Pause {
    private Pause() {}

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while waiting for the database.", e);
        }
    }
}
