package holdfast.server.media;

import java.util.UUID;

/** The id of one transfer that a schedule raised. */
public record TransferId(UUID value) {
    /** Reads what {@link #toString} wrote. */
    public static TransferId parse(String text) {
        return new TransferId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
