package holdfast.server.incident;

import holdfast.server.platform.Phrase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One rule as it stands in one incident.
 *
 * @param startedAt when its mark was set to; empty while it is not
 * @param due the target: the earliest moment that a reading of the main rule gives
 * @param latest the latest moment that a reading of the main rule gives; differs from {@code due} for calendar days
 * @param strictest the earliest moment by any passage of the text, where that is before {@code due}
 * @param metAt when it was fulfilled
 * @param overdueAtOpening whether it was overdue the moment the incident was opened
 * @param words the state, sentence by sentence
 */
public record Clock(
        Rule rule,
        State state,
        Optional<Instant> startedAt,
        Optional<Instant> due,
        Optional<Instant> latest,
        Optional<Instant> strictest,
        Optional<Instant> metAt,
        boolean overdueAtOpening,
        List<Phrase> words) {
    /** How a clock stands. */
    public enum State {
        /** A person must first say whether the rule applies. */
        QUESTION,
        /** The rule does not apply. */
        NOT_APPLICABLE,
        /** The head decided, with a reason, that it is not done. */
        WAIVED,
        /** Its mark is not set: it does not run. */
        WAITING,
        /** To be done as soon as possible. */
        SOON,
        /** It runs; the period itself is not known to Holdfast. */
        PERIOD_UNREAD,
        RUNNING,
        OVERDUE,
        MET,
        MET_LATE
    }
}
