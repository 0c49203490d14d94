package holdfast.server.notice;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Lets at most so many pass in a second, evenly. Thread-safe. */
final class Throttle {
    private final long gapNanos;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    /** @param perSecond 0 for no limit */
    Throttle(int perSecond) {
        this.gapNanos = perSecond <= 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** Waits for one's turn. */
    void pass() {
        if (gapNanos == 0) {
            return;
        }
        long mine = next.updateAndGet(last -> Math.max(last, System.nanoTime() - gapNanos) + gapNanos);
        long wait = mine - System.nanoTime();
        if (wait > 0) {
            LockSupport.parkNanos(wait);
        }
    }
}
