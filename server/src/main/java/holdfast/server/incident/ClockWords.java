package holdfast.server.incident;

import holdfast.server.platform.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be said of how a clock stands, sentence by sentence. */
final class ClockWords {
    private final Instant now;

    ClockWords(Instant now) {
        this.now = now;
    }

    List<Phrase> of(Clock clock, @Nullable String waiver) {
        List<Phrase> said = new ArrayList<>();
        said.add(main(clock, waiver));
        strict(clock, said);
        if (clock.overdueAtOpening()) {
            said.add(Phrase.of("clock.at-opening"));
        }
        if (clock.rule().unverified()) {
            said.add(Phrase.of("clock.unverified"));
        }
        return List.copyOf(said);
    }

    private Phrase main(Clock clock, @Nullable String waiver) {
        Instant due = clock.due().orElse(now);
        return switch (clock.state()) {
            case QUESTION -> Phrase.of("clock.question");
            case NOT_APPLICABLE -> Phrase.of("clock.not-applicable");
            case WAIVED -> Phrase.of("clock.waived", waiver == null ? "" : waiver);
            case WAITING -> Phrase.of("clock.waiting", word(clock.rule().startsAt()));
            case SOON -> Phrase.of("clock.soon", span(clock.startedAt().orElse(now), now));
            case PERIOD_UNREAD -> Phrase.of("clock.unread", note(clock.rule()));
            case RUNNING -> Phrase.of("clock.running", due(clock), span(now, due));
            case OVERDUE -> Phrase.of("clock.overdue", due(clock), span(due, now));
            case MET -> Phrase.of("clock.met", clock.metAt().orElse(now));
            case MET_LATE -> Phrase.of("clock.met-late", clock.metAt().orElse(now), due(clock));
        };
    }

    private void strict(Clock clock, List<Phrase> said) {
        boolean over = clock.state() == Clock.State.MET
                || clock.state() == Clock.State.MET_LATE
                || clock.state() == Clock.State.NOT_APPLICABLE;
        if (!over) {
            clock.strictest()
                    .ifPresent(at ->
                            said.add(Phrase.of(at.isBefore(now) ? "clock.stricter.was" : "clock.stricter.is", at)));
        }
    }

    private Phrase due(Clock clock) {
        Instant due = clock.due().orElse(now);
        return clock.latest().equals(clock.due())
                ? Phrase.of("clock.due", due)
                : Phrase.of("clock.due.latest", due, clock.latest().orElse(due));
    }

    /** A duration as a person says it. */
    private static Phrase span(Instant from, Instant to) {
        Duration a = Duration.between(from, to).abs();
        if (a.toDays() >= 2) {
            return Phrase.of("span.days", a.toDays());
        }
        if (a.toHours() >= 1) {
            return a.toMinutesPart() == 0
                    ? Phrase.of("span.hours", a.toHours())
                    : Phrase.of("span.hours-minutes", a.toHours(), a.toMinutesPart());
        }
        return Phrase.of("span.minutes", a.toMinutes());
    }

    /** The rules whose period was not read say whom to ask. */
    private static Phrase note(Rule rule) {
        return Phrase.of("rule." + rule.id() + ".note");
    }

    static Phrase word(Mark mark) {
        return Phrase.of("mark-word." + mark.name());
    }
}
