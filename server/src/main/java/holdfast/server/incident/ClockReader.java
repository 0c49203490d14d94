package holdfast.server.incident;

import holdfast.server.platform.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads rules as clocks. A pure function of what is known; hours and days run through nights and holidays.
 *
 * <p>Calendar days are not defined by the text: the target is the earlier of start + n × 24 h and the end of day n, the
 * day of the start being day 1; the latest reading is the end of the n-th day after it.
 */
final class ClockReader {
    /**
     * What is known of an incident at one moment.
     *
     * @param marks the marks that are set
     * @param answers conditions that follow from the facts, or that a person answered
     * @param met when each rule was last fulfilled, by rule id
     * @param waived the rules that the head decided not to follow, each with the reason
     */
    record Known(
            Instant openedAt,
            Instant now,
            ZoneId zone,
            Map<Mark, Instant> marks,
            Map<Condition, Boolean> answers,
            Map<String, Instant> met,
            Map<String, String> waived) {
        Known {
            marks = marks.isEmpty() ? Map.of() : new EnumMap<>(marks);
        }
    }

    private final Known known;
    private final ClockWords words;

    ClockReader(Known known) {
        this.known = known;
        this.words = new ClockWords(known.now());
    }

    Clock read(Rule rule) {
        Boolean applies = rule.appliesIf() == Condition.ALWAYS ? Boolean.TRUE : known.answers.get(rule.appliesIf());
        if (applies == null) {
            return still(rule, Clock.State.QUESTION);
        }
        if (!applies) {
            return still(rule, Clock.State.NOT_APPLICABLE);
        }
        if (known.waived.containsKey(rule.id())) {
            return still(rule, Clock.State.WAIVED);
        }
        return running(rule);
    }

    private Clock still(Rule rule, Clock.State state) {
        return clock(rule, state, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    private Clock running(Rule rule) {
        Optional<Instant> start = Optional.ofNullable(known.marks.get(rule.startsAt()));
        Optional<Instant> strictest = strictest(rule);
        if (start.isEmpty()) {
            boolean late = strictest.filter(known.openedAt::isAfter).isPresent();
            return clock(rule, Clock.State.WAITING, start, Optional.empty(), strictest, late);
        }
        Instant begin = turn(rule, start.get());
        Optional<Instant> due = target(rule, begin);
        Optional<Instant> stricter = strictest.filter(s -> due.isPresent() && s.isBefore(due.get()));
        boolean lateAtOpening =
                Stream.of(due, stricter).flatMap(Optional::stream).anyMatch(known.openedAt::isAfter);
        return clock(rule, state(rule, due), Optional.of(begin), due, stricter, lateAtOpening);
    }

    /** Where a repeated report counts from: the last one, once there was one. */
    private Instant turn(Rule rule, Instant start) {
        Instant last = known.met.get(rule.id());
        return rule.repeat().isEmpty() || last == null ? start : last;
    }

    private Clock.State state(Rule rule, Optional<Instant> due) {
        Instant met = known.met.get(rule.id());
        if (met != null && rule.repeat().isEmpty()) {
            return due.filter(met::isAfter).isPresent() ? Clock.State.MET_LATE : Clock.State.MET;
        }
        return switch (rule.counting()) {
            case SOON -> Clock.State.SOON;
            case UNREAD -> Clock.State.PERIOD_UNREAD;
            case HOURS, CALENDAR_DAYS ->
                due.filter(known.now::isAfter).isPresent() ? Clock.State.OVERDUE : Clock.State.RUNNING;
        };
    }

    private Optional<Instant> strictest(Rule rule) {
        return rule.stricter().stream()
                .map(known.marks::get)
                .filter(at -> at != null)
                .flatMap(at -> target(rule, at).stream())
                .min(Instant::compareTo);
    }

    private Optional<Instant> target(Rule rule, Instant start) {
        return switch (rule.counting()) {
            case SOON, UNREAD -> Optional.empty();
            case HOURS -> Optional.of(start.plus(Duration.parse(span(rule))));
            case CALENDAR_DAYS -> Optional.of(earliest(start, Period.parse(span(rule))));
        };
    }

    private String span(Rule rule) {
        return rule.repeat().isEmpty() || !known.met.containsKey(rule.id()) ? rule.duration() : rule.repeat();
    }

    private Instant earliest(Instant start, Period period) {
        ZonedDateTime local = start.atZone(known.zone);
        Instant endOfDayN =
                local.toLocalDate().plus(period).atStartOfDay(known.zone).toInstant();
        Instant fullDays = local.plus(period).toInstant();
        return endOfDayN.isBefore(fullDays) ? endOfDayN : fullDays;
    }

    private Optional<Instant> latest(Rule rule, Optional<Instant> start, Optional<Instant> due) {
        if (rule.counting() != Rule.Counting.CALENDAR_DAYS || start.isEmpty()) {
            return due;
        }
        return Optional.of(start.get()
                .atZone(known.zone)
                .toLocalDate()
                .plus(Period.parse(span(rule)))
                .plusDays(1)
                .atStartOfDay(known.zone)
                .toInstant());
    }

    private Clock clock(
            Rule rule,
            Clock.State state,
            Optional<Instant> start,
            Optional<Instant> due,
            Optional<Instant> strictest,
            boolean lateAtOpening) {
        Optional<Instant> met = Optional.ofNullable(known.met.get(rule.id()));
        Clock silent =
                new Clock(rule, state, start, due, latest(rule, start, due), strictest, met, lateAtOpening, List.of());
        List<Phrase> said = words.of(silent, known.waived.get(rule.id()));
        return new Clock(rule, state, start, due, silent.latest(), strictest, met, lateAtOpening, said);
    }
}
