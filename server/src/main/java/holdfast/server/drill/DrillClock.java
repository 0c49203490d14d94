package holdfast.server.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until it is told to leap.
 *
 * <p>The drill leaps it to the next moment at which anything is due, and then waits until the server's own due
 * work has run: the clock itself rings nothing. It never goes back. Thread-safe.
 */
final class DrillClock implements InstantSource {
    /** Another clock that follows this one: that of a process beside the drill. */
    @FunctionalInterface
    interface Follower {
        void set(Instant now) throws IOException;
    }

    private final AtomicReference<Instant> now;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();

    DrillClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.get());
    }

    /** Moves to {@code then}; a moment already passed changes nothing. */
    void leapTo(Instant then) {
        tell(Objects.requireNonNull(now.updateAndGet(at -> then.isAfter(at) ? then : at)));
    }

    /** Lets the people of the drill take their time. */
    void pass(Duration time) {
        tell(Objects.requireNonNull(now.updateAndGet(at -> at.plus(time))));
    }

    /** From now on {@code follower} is told of each new moment, before anybody acts in it. */
    void alsoSets(Follower follower) {
        followers.add(follower);
    }

    private void tell(Instant moment) {
        for (Follower follower : followers) {
            try {
                follower.set(moment);
            } catch (IOException e) {
                throw new UncheckedIOException("a clock beside the drill could not be set: " + e.getMessage(), e);
            }
        }
    }
}
