package holdfast.server.vaulting;

import java.util.UUID;

/** The id of one request to read contents. */
public record ReadRequestId(UUID value) {
    /** Reads what {@link #toString} wrote. */
    public static ReadRequestId parse(String text) {
        return new ReadRequestId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
