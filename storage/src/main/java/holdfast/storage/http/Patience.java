package holdfast.storage.http;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How often and after how long something that failed is tried again.
 *
 * @param waits before each further attempt
 * @param sleeper waits
 */
public record Patience(List<Duration> waits, Sleeper sleeper) {
    /** Waits for a while; a test's does not. */
    @FunctionalInterface
    public interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    /** Some twenty seconds in all: a server that is started anew is waited for. */
    public static Patience usual() {
        return of(100, 400, 1_500, 5_000, 12_000);
    }

    /** Half a second in all, for those who come back by themselves later. */
    public static Patience brief() {
        return of(100, 400);
    }

    private static Patience of(long... millis) {
        return new Patience(Arrays.stream(millis).mapToObj(Duration::ofMillis).toList(), Thread::sleep);
    }

    /** Whether there is another attempt after so many failures; if so, its time has come when this returns. */
    boolean again(int failures) throws InterruptedIOException {
        if (failures > waits.size()) {
            return false;
        }
        try {
            sleeper.sleep(waits.get(failures - 1));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting to try again");
        }
    }
}
