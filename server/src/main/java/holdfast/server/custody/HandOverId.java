package holdfast.server.custody;

import java.util.UUID;

/** Names one signature at a hand-over; chosen by the signer's device. */
public record HandOverId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
