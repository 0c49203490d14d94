package holdfast.server.console.say;

import holdfast.server.platform.Phrase;
import holdfast.server.platform.Phrases;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * How a page says numbers, times and sizes to one reader at one moment. Times carry the date where it is not today, and
 * the year where it is not this year; spans are in words, rounded the way that a person would. Immutable.
 */
public final class Say {
    private static final long[] UNITS = {1_000_000_000_000L, 1_000_000_000L, 1_000_000L, 1_000L};
    private static final String[] NAMES = {"TB", "GB", "MB", "kB"};

    private final MessageSource messages;
    private final Locale locale;
    private final ZoneId zone;
    private final Instant now;

    public Say(MessageSource messages, Locale locale, ZoneId zone, Instant now) {
        this.messages = messages;
        this.locale = locale;
        this.zone = zone;
        this.now = now;
    }

    /** The moment at which the page is made, by the system's clock (in a drill, the drill's). */
    public Instant now() {
        return now;
    }

    public Locale locale() {
        return locale;
    }

    /** The value of the {@code lang} attribute. */
    public String lang() {
        return switch (locale.getCountry()) {
            case "HK" -> "zh-Hant-HK";
            case "CN" -> "zh-Hans-CN";
            default -> "en";
        };
    }

    /** A message of the bundles. */
    public String text(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    /** What a service has to say. */
    public String said(Phrase phrase) {
        return new Phrases(locale, zone).say(phrase);
    }

    /** Several sentences of a service. */
    public String said(List<Phrase> phrases) {
        return new Phrases(locale, zone).say(phrases);
    }

    /** Whether the bundles have this message. */
    public boolean known(String key) {
        String text = messages.getMessage(key, null, "", locale);
        return text != null && !text.isEmpty();
    }

    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** A size in decimal units with three digits at most, as media are sold: {@code 1.42 GB}. */
    public String bytes(long value) {
        for (int i = 0; i < UNITS.length; i++) {
            if (value >= UNITS[i]) {
                double scaled = (double) value / UNITS[i];
                NumberFormat format = NumberFormat.getNumberInstance(locale);
                format.setMaximumFractionDigits(scaled >= 100 ? 0 : scaled >= 10 ? 1 : 2);
                return format.format(scaled) + " " + NAMES[i];
            }
        }
        return text("say.bytes", value);
    }

    /** The time of day, with the date where it is not today. */
    public String time(@Nullable Instant at) {
        return at == null ? "" : format(at, false);
    }

    /** The time of day to the second: for evidence. */
    public String exact(@Nullable Instant at) {
        return at == null ? "" : format(at, true);
    }

    /** The date alone, in full. */
    public String day(@Nullable Instant at) {
        return at == null
                ? ""
                : DateTimeFormatter.ofPattern(text("say.day"), locale).format(at.atZone(zone));
    }

    private String format(Instant at, boolean full) {
        ZonedDateTime there = at.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate date = there.toLocalDate();
        String key = full
                ? "say.exact"
                : date.equals(today) ? "say.today" : date.getYear() == today.getYear() ? "say.year" : "say.date";
        return DateTimeFormatter.ofPattern(text(key), locale).format(there);
    }

    /** The value of a {@code datetime} attribute. */
    public String stamp(@Nullable Instant at) {
        return at == null ? "" : at.toString();
    }

    /** A span in words: minutes up to two hours, hours up to two days, then days. Never negative. */
    public String span(Duration span) {
        long seconds = span.abs().toSeconds();
        if (seconds < 60) {
            return text("say.seconds", seconds);
        }
        if (seconds < 2 * 3600) {
            return text("say.minutes", seconds / 60);
        }
        return seconds < 48 * 3600 ? text("say.hours", seconds / 3600) : text("say.days", seconds / 86400);
    }

    /** How far a moment lies from now: 'in 41 hours', '18 minutes ago', 'now'. */
    public String away(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        Duration span = Duration.between(now, at);
        if (span.abs().toSeconds() < 1) {
            return text("say.now");
        }
        return text(span.isNegative() ? "say.ago" : "say.in", span(span));
    }

    /** The span between two moments in words. */
    public String between(Instant from, Instant to) {
        return span(Duration.between(from, to));
    }

    public boolean past(@Nullable Instant at) {
        return at != null && at.isBefore(now);
    }
}
