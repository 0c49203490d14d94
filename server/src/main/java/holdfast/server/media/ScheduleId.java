package holdfast.server.media;

import java.util.UUID;

/** The id of one rotation schedule. */
public record ScheduleId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
