package holdfast.server.secondsite;

import java.time.Instant;
import java.util.List;

/**
 * A due time as the second site holds it for the first.
 *
 * @param id    the first site's id of it
 * @param what  "receipt", "count", …
 * @param about what waits, {@code kind:id}
 * @param due   when it is due
 * @param hear  names of those whom the first site would tell
 */
public record HeldDue(String id, String what, String about, Instant due, List<String> hear) {
    /** A copy is kept. */
    public HeldDue {
        hear = List.copyOf(hear);
    }
}
