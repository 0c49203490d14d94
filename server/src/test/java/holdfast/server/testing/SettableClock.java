package holdfast.server.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. It may also go back, as real ones do. */
public final class SettableClock implements InstantSource {
    /** The morning of the event: 23 December 2024, 09:00 in Hong Kong. */
    public static final Instant START = Instant.parse("2024-12-23T01:00:00Z");

    private Instant now = START;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    public synchronized void set(Instant instant) {
        now = instant;
    }

    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }
}
