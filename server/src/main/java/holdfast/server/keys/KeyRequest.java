package holdfast.server.keys;

import holdfast.server.record.ActorId;
import holdfast.tape.Barcode;
import java.time.Instant;
import java.util.Set;

/**
 * What one key holder asked and another has not yet granted.
 *
 * @param kind what shall happen to the keys
 * @param reason in the asker's words
 */
public record KeyRequest(
        RequestId id, Kind kind, Set<Barcode> cartridges, String reason, ActorId asker, Instant askedAt) {
    /** What needs two key holders. */
    public enum Kind {
        RELEASE,
        DESTRUCTION
    }

    public KeyRequest {
        cartridges = Set.copyOf(cartridges);
    }
}
