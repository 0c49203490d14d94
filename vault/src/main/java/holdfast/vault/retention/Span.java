package holdfast.vault.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time in the calendar's terms: {@code 2y5m7d3h}. */
public record Span(Period period, int hours) {
    private static final Pattern WRITTEN =
            Pattern.compile("(?:(\\d{1,4})y)?(?:(\\d{1,5})m)?(?:(\\d{1,6})d)?(?:(\\d{1,7})h)?");

    /** @throws IllegalArgumentException for anything but years, months, days and hours in this order */
    public static Span parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            throw new IllegalArgumentException("not a length of time such as 2y5m7d3h: '" + text + "'");
        }
        return new Span(Period.of(number(matcher, 1), number(matcher, 2), number(matcher, 3)), number(matcher, 4));
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    Instant before(Instant end, ZoneId zone) {
        return end.atZone(zone).minus(period).toInstant().minus(Duration.ofHours(hours));
    }

    @Override
    public String toString() {
        return written(period.getYears(), "y")
                + written(period.getMonths(), "m")
                + written(period.getDays(), "d")
                + written(hours, "h");
    }

    private static String written(int number, String unit) {
        return number == 0 ? "" : number + unit;
    }
}
