package holdfast.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Times as people type them. */
final class Times {
    private Times() {}

    /**
     * {@code now}, {@code 2026-03-01} and {@code 2026-03-01 10:00:00} by the clock on this wall, or
     * {@code 2026-03-01T02:00:00Z}.
     *
     * @throws IllegalArgumentException if it is no time
     */
    static Instant parse(String text, Instant now) {
        ZoneId zone = ZoneId.systemDefault();
        String iso = text.strip().replace(' ', 'T');
        try {
            if (iso.equals("now")) {
                return now;
            }
            if (iso.length() == "2026-03-01".length()) {
                return LocalDate.parse(iso).atStartOfDay(zone).toInstant();
            }
            return iso.endsWith("Z")
                    ? Instant.parse(iso)
                    : LocalDateTime.parse(iso).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "not a time: '" + text + "'; write 2026-03-01 10:00:00, or 2026-03-01T02:00:00Z", e);
        }
    }
}
