package holdfast.server.console.draw;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The custody of one thing as a picture: a lane for each holder (a site, a courier), and stops in the order of time. The
 * line runs in the lane of whoever holds the thing; it is solid where possession is proven, dotted where nothing has been
 * heard since a due time, dashed where something is only expected.
 *
 * @param label what the line shows, for a reader who does not see it
 * @param lanes the holders, from top to bottom, in the order in which they first hold
 * @param stops in the order of time
 */
public record CustodyLine(String label, List<Lane> lanes, List<Stop> stops) {
    public CustodyLine {
        lanes = List.copyOf(lanes);
        stops = List.copyOf(stops);
        for (Stop stop : stops) {
            if (stop.lane() < 0 || stop.lane() >= lanes.size()) {
                throw new IllegalArgumentException("a stop lies in lane " + stop.lane() + " of " + lanes.size());
            }
        }
    }

    /** A holder: its name, and a word about it (what it is, or a telephone number); empty if there is nothing to say. */
    public record Lane(String name, String detail) {}

    /**
     * Something that happened, or should have.
     *
     * @param lane index into the lanes
     * @param at when; null for something that has no time yet
     * @param title two or three words
     * @param detail who or what, one short line; may be empty
     * @param mark how it stands
     * @param after how the line runs from here to the next stop
     * @param href a page that tells more; null if there is none
     */
    public record Stop(
            int lane,
            @Nullable Instant at,
            String title,
            String detail,
            Mark mark,
            Trail after,
            @Nullable String href) {}

    /** How a stop stands. */
    public enum Mark {
        PROVEN,
        EXPECTED,
        MISSED,
        NOW,
        NOW_LATE;

        /** The class in the style sheet. */
        public String css() {
            return switch (this) {
                case PROVEN -> "proven";
                case EXPECTED -> "expected";
                case MISSED -> "missed";
                case NOW -> "now";
                case NOW_LATE -> "now-late";
            };
        }
    }

    /** How the line runs on from a stop. */
    public enum Trail {
        PROVEN,
        SILENT,
        EXPECTED,
        NONE;

        /** The class in the style sheet. */
        public String css() {
            return switch (this) {
                case PROVEN -> "proven";
                case SILENT -> "silent";
                case EXPECTED -> "expected";
                case NONE -> "none";
            };
        }
    }
}
