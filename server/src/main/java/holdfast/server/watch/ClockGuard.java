package holdfast.server.watch;

import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notices when the server's clock goes back, which would put every alarm off: the head and the managers are
 * told once for each time. The latest time is noted about once a minute, so that a restart remembers it; how
 * far the clock may slip unnoticed is at most {@link #NOTE} and {@link #SLACK} together. (That the clock stops, or the
 * server with it, is for the second site to notice.)
 */
@Component
class ClockGuard {
    /** What time servers correct in ordinary life. */
    static final Duration SLACK = Duration.ofSeconds(5);

    static final Duration NOTE = Duration.ofMinutes(1);

    private final DueStore store;
    private final People people;
    private final Herald herald;
    private final Recorder recorder;
    private final InstantSource clock;

    ClockGuard(DueStore store, People people, Herald herald, Recorder recorder, InstantSource clock) {
        this.store = store;
        this.people = people;
        this.herald = herald;
        this.recorder = recorder;
        this.clock = clock;
    }

    @Transactional
    public void look() {
        Instant now = clock.instant();
        Optional<Instant> latest = store.latest();
        if (latest.isEmpty() || now.isAfter(latest.get().plus(NOTE))) {
            store.setLatest(now);
        } else if (now.isBefore(latest.get().minus(SLACK))) {
            Ref server = new Ref("server", "clock");
            recorder.record(ActorId.SYSTEM, "clock.went-back", Map.of("before", latest.get(), "now", now), server);
            herald.clockWentBack(
                    Stream.of(Role.HEAD, Role.MANAGER)
                            .flatMap(role -> people.holding(role).stream())
                            .map(Person::id)
                            .distinct()
                            .toList(),
                    server,
                    latest.get(),
                    now);
            store.setLatest(now);
        }
    }
}
