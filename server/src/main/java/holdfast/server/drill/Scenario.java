package holdfast.server.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The event that the default drill replays: its calendar, and what is known of how it went.
 *
 * <p>Source: the statements of the office and of the Privacy Commissioner, January 2025.
 */
final class Scenario {
    static final String NAME = "seven-tapes";
    static final ZoneId ZONE = ZoneId.of("Asia/Hong_Kong");

    /** The morning of the transfer, when the drill's clock starts. */
    static final Instant MORNING = Instant.parse("2024-12-23T00:30:00Z"); // 08:30 in Hong Kong

    /** When the case has to be received. */
    static final Instant DUE = Instant.parse("2024-12-23T02:00:00Z"); // 10:00 in Hong Kong

    /** How long it took in the event until senior management, and until the public, knew. */
    static final int DAYS_TO_SENIOR_MANAGEMENT = 30;

    static final int DAYS_TO_THE_PUBLIC = 35;
    static final int PERSONS = 76_000;
    static final int CARTRIDGES = 7;

    /** The ladder of the route: the manager hears this long after the due time, the head this long. */
    static final Duration TO_MANAGER = Duration.ofMinutes(15);

    static final Duration TO_HEAD = Duration.ofMinutes(30);

    private Scenario() {}
}
