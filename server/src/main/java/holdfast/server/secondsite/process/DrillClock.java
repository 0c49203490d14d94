package holdfast.server.secondsite.process;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is set. */
final class DrillClock implements InstantSource {
    private volatile Instant now;

    DrillClock(Instant start) {
        this.now = start;
    }

    void set(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
