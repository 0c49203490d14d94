package holdfast.server.console.incident;

import holdfast.server.console.say.Say;
import holdfast.server.incident.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A rule as it stands: who is to be told what, from whom, and how long there is. */
record ClockRow(
        String id,
        String what,
        String to,
        String words,
        @Nullable Instant due,
        String css,
        String state,
        boolean unverified,
        boolean late,
        String source) {
    static ClockRow of(Clock clock, Say say) {
        String css = switch (clock.state()) {
            case MET -> "ok";
            case MET_LATE, RUNNING, SOON, QUESTION, PERIOD_UNREAD -> "due";
            case OVERDUE -> "lost";
            case WAITING, NOT_APPLICABLE, WAIVED -> "";
        };
        return new ClockRow(
                clock.rule().id(),
                say.said(clock.rule().whatSaid()),
                say.said(clock.rule().toSaid()),
                say.said(clock.words()),
                clock.due().orElse(null),
                css,
                clock.state().name(),
                clock.rule().unverified(),
                clock.overdueAtOpening(),
                clock.rule().source());
    }

    /** Whether it needs a look now; the others are kept for completeness. */
    public boolean pressing() {
        return !state.equals("NOT_APPLICABLE") && !state.equals("WAIVED") && !state.equals("WAITING");
    }
}
