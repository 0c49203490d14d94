package holdfast.server.secondsite;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A due time as the second site holds it for the first.
 *
 * @param id    the first site's id of it
 * @param what  "receipt", "count", …
 * @param about what waits, {@code kind:id}
 * @param due   when it is due
 * @param rings when the first site must ring next for it; null if its ladder is at the top
 * @param hear  names of those whom the first site would tell
 */
public record HeldDue(
        String id,
        String what,
        String about,
        Instant due,
        @Nullable Instant rings,
        List<String> hear) {
    /** A copy is kept. */
    public HeldDue {
        hear = List.copyOf(hear);
    }
}
