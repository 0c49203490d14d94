package holdfast.server.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says how a clock stands, in a sentence. Times are local, with the date. */
final class ClockWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.UK);

    private final ZoneId zone;
    private final Instant now;

    ClockWords(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    String of(Clock clock, @Nullable String waiver) {
        String sentence = main(clock, waiver) + strict(clock);
        if (clock.overdueAtOpening()) {
            sentence += " It was overdue when the incident was opened: file at once, and say why it is late.";
        }
        return clock.rule().unverified() ? sentence + " Unverified: check the rule itself." : sentence;
    }

    private String main(Clock clock, @Nullable String waiver) {
        return switch (clock.state()) {
            case QUESTION -> "Whether it applies is to be answered by a person.";
            case NOT_APPLICABLE -> "Does not apply.";
            case WAIVED -> "Not to be done, by decision of the head: " + waiver + ".";
            case WAITING -> "Does not run yet: the " + word(clock.rule().startsAt()) + " is not recorded.";
            case SOON ->
                "As soon as possible; open for "
                        + span(clock.startedAt().map(this::ago).orElse(Duration.ZERO)) + ".";
            case PERIOD_UNREAD ->
                "The period is not known here: ask the Departmental Security Officer. "
                        + clock.rule().note();
            case RUNNING ->
                "Due " + due(clock) + ", in "
                        + span(Duration.between(now, clock.due().orElse(now))) + ".";
            case OVERDUE ->
                "Overdue since " + due(clock) + ", by "
                        + span(clock.due().map(this::ago).orElse(Duration.ZERO)) + ".";
            case MET -> "Done " + clock.metAt().map(this::time).orElse("") + ".";
            case MET_LATE ->
                "Done " + clock.metAt().map(this::time).orElse("") + ", after it was due " + due(clock) + ".";
        };
    }

    private String strict(Clock clock) {
        boolean over = clock.state() == Clock.State.MET
                || clock.state() == Clock.State.MET_LATE
                || clock.state() == Clock.State.NOT_APPLICABLE;
        if (over || clock.strictest().isEmpty()) {
            return "";
        }
        Instant strictest = clock.strictest().get();
        String tense = strictest.isBefore(now)
                ? " By the stricter reading it was due "
                : " By the stricter reading it is due ";
        return tense + time(strictest) + ".";
    }

    private String due(Clock clock) {
        String due = clock.due().map(this::time).orElse("");
        return clock.latest().equals(clock.due())
                ? due
                : due + " (at the latest " + clock.latest().map(this::time).orElse("") + ")";
    }

    String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    private Duration ago(Instant at) {
        return Duration.between(at, now);
    }

    /** A duration as a person says it. */
    static String span(Duration d) {
        Duration a = d.abs();
        if (a.toDays() >= 2) {
            return a.toDays() + " days";
        }
        if (a.toHours() >= 1) {
            return a.toHours() + " h" + (a.toMinutesPart() == 0 ? "" : " " + (a.toMinutes() % 60) + " min");
        }
        return a.toMinutes() + " min";
    }

    private static String word(Mark mark) {
        return switch (mark) {
            case ONSET -> "onset";
            case SUSPICION -> "suspicion";
            case AWARENESS -> "awareness";
            case FIRST_REPORT -> "first report";
            case OTHERS_TOLD -> "first word to Police, PCPD or media";
            case RESOLVED -> "resolution";
        };
    }
}
