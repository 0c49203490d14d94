package holdfast.server.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until it is told to leap.
 *
 * <p>The drill leaps it to the next moment at which anything is due, and then waits until the server's own due
 * work has run: the clock itself rings nothing. It never goes back. Thread-safe.
 */
final class DrillClock implements InstantSource {
    private final AtomicReference<Instant> now;

    DrillClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.get());
    }

    /** Moves to {@code then}; a moment already passed changes nothing. */
    void leapTo(Instant then) {
        now.updateAndGet(at -> then.isAfter(at) ? then : at);
    }

    /** Lets the people of the drill take their time. */
    void pass(Duration time) {
        now.updateAndGet(at -> at.plus(time));
    }
}
