package holdfast.server.watch;

import java.util.UUID;

/** One due time. */
public record DueId(UUID value) {
    public static DueId parse(String text) {
        return new DueId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
