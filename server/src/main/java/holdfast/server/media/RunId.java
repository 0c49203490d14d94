package holdfast.server.media;

import java.util.UUID;

/** The id of one archive run. */
public record RunId(UUID value) {
    /** Reads what {@link #toString} wrote. */
    public static RunId parse(String text) {
        return new RunId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
