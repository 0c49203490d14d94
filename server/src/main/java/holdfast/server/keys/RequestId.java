package holdfast.server.keys;

import java.util.UUID;

/** The id of a request that a second key holder must grant. */
public record RequestId(UUID value) {
    /** Reads what {@link #toString} wrote. */
    public static RequestId parse(String text) {
        return new RequestId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
