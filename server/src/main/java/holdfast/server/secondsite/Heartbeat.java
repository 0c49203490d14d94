package holdfast.server.secondsite;

import java.time.Instant;
import java.util.List;

/**
 * A sign of life of the first site: its time, and all that is due there now (what is missing since the last time
 * was fulfilled or called off).
 */
public record Heartbeat(String site, Instant clock, List<HeldDue> open) {
    /** A copy is kept. */
    public Heartbeat {
        open = List.copyOf(open);
    }
}
