package holdfast.server.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures as a person says them. */
final class Words {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(Scenario.ZONE);

    private Words() {}

    /** '76 000 persons', '1 batch': thousands are set apart by a thin space. */
    static String count(long n, String thing) {
        String plural = thing.endsWith("ch") ? thing + "es" : thing.equals("staff") ? thing : thing + "s";
        return number(n) + " " + (n == 1 ? thing : plural);
    }

    static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n).replace(',', '\u202f');
    }

    static String size(long bytes) {
        return bytes < 1_000_000
                ? number(Math.round(bytes / 1e3)) + " kB"
                : String.format(Locale.ROOT, bytes < 100_000_000 ? "%.1f MB" : "%.0f MB", bytes / 1e6);
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    static String minutes(Instant from, Instant to) {
        long minutes = Duration.between(from, to).toMinutes();
        return minutes == 0 ? "0 minutes" : count(minutes, "minute");
    }

    static String list(List<String> words) {
        return switch (words.size()) {
            case 0 -> "nothing";
            case 1 -> words.getFirst();
            default -> String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
        };
    }

    static String parts(Map<String, Long> byName) {
        return byName.entrySet().stream()
                .map(part -> count(part.getValue(), part.getKey()))
                .collect(Collectors.joining(", "));
    }
}
