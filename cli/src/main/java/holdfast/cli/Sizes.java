package holdfast.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Numbers for people. */
final class Sizes {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    private Sizes() {}

    /** Powers of a thousand: {@code 1.63 GB}. */
    static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        String format = unit == 0 || value >= 99.95 ? "%.0f %s" : "%.2f %s";
        return String.format(Locale.ROOT, format, value, UNITS[unit]);
    }

    /** {@code 1 pack}, {@code 2 packs}. */
    static String count(long number, String what) {
        return count(number, what, what + "s");
    }

    /** {@code 1 entry}, {@code 2 entries}. */
    static String count(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }

    /**
     * {@code 10M} is ten times 1024 times 1024.
     *
     * @throws IllegalArgumentException if it is no size
     */
    static long parse(String text) {
        int unit = "kmgt".indexOf(Character.toLowerCase(text.isEmpty() ? ' ' : text.charAt(text.length() - 1)));
        String number = unit < 0 ? text : text.substring(0, text.length() - 1);
        try {
            return Math.multiplyExact(Long.parseLong(number), 1L << (10 * (unit + 1)));
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException("not a size: '" + text + "'; write 500k, 10M or 2G", e);
        }
    }

    /**
     * {@code 36h}, {@code 3d}, {@code 1d12h30m}.
     *
     * @throws IllegalArgumentException if it is no length of time
     */
    static Duration duration(String text) {
        try {
            return Duration.parse("P" + text.toUpperCase(Locale.ROOT).replaceFirst("(?=\\d+[HMS])", "T"));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a length of time: '" + text + "'; write 36h or 3d", e);
        }
    }

    /** {@code 0:07} or {@code 1:02:03}. */
    static String time(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
