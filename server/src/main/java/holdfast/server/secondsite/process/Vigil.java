package holdfast.server.secondsite.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.ledger.Disk;
import holdfast.server.secondsite.Heartbeat;
import holdfast.server.secondsite.HeldDue;
import holdfast.server.secondsite.VigilReport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Watches the watcher: holds the first site's due times, and rings when it falls silent, when a due time passes
 * while it is silent, and when its clock goes back. Thread-safe; durable before it answers.
 */
final class Vigil {
    /** Clocks that are kept by a time service jump less than this. */
    private static final Duration JITTER = Duration.ofSeconds(2);
    /** How far two sites' clocks may lie apart. */
    private static final Duration APART = Duration.ofMinutes(5);

    private static final String FILE = "state.json";

    private final Disk disk;
    private final InstantSource clock;
    private final Duration limit;
    private final AlarmBell bell;
    private @Nullable State state;

    /** What is kept: the last heartbeat, and when it came by our own clock. */
    record State(Heartbeat last, Instant heard) {}

    /** @param limit how long the first site may be silent */
    Vigil(Disk disk, InstantSource clock, Duration limit, AlarmBell bell) throws IOException {
        this.disk = disk;
        this.clock = clock;
        this.limit = limit;
        this.bell = bell;
        Optional<byte[]> kept = disk.read(FILE);
        this.state = kept.isPresent() ? Json.read(kept.get(), State.class) : null;
    }

    /** A sign of life. */
    synchronized void heard(Heartbeat beat) throws IOException {
        Instant now = clock.instant();
        if (state != null) {
            ringUnrung(state, beat, now);
            compareClocks(state.last().clock(), beat.clock(), state.heard(), now);
        }
        Duration apart = Duration.between(now, beat.clock()).abs();
        if (apart.compareTo(APART) > 0) {
            bell.ring(
                    "clock-apart",
                    beat.clock().truncatedTo(ChronoUnit.HOURS).toString(),
                    "The clock of " + beat.site() + " says " + beat.clock() + ", ours " + now + ": they lie "
                            + words(apart) + " apart. One of them is wrong, and due times ring by it.");
        }
        State next = new State(beat, now);
        disk.replace(FILE, Json.write(next).getBytes(UTF_8));
        state = next;
    }

    /**
     * A site may live and yet not ring: its ringing is broken, or its clock stands still. What should have rung by
     * our clock longer than the limit ago, and had not at two beats in a row, rings here.
     */
    private void ringUnrung(State before, Heartbeat beat, Instant now) throws IOException {
        for (HeldDue due : beat.open()) {
            Instant rings = due.rings();
            if (rings == null) {
                continue;
            }
            Instant latest = rings.plus(limit);
            if (now.isAfter(latest)
                    && before.heard().isAfter(latest)
                    && before.last().open().contains(due)) {
                bell.ring(
                        "not-rung",
                        due.id() + "@" + rings,
                        "The " + due.what() + " of " + due.about() + " was due at " + due.due() + "; "
                                + beat.site() + " should have rung at " + rings + " and has not, though it is alive. "
                                + tell(due));
            }
        }
    }

    private static String tell(HeldDue due) {
        return "Tell: " + (due.hear().isEmpty() ? "whoever is responsible" : String.join(", ", due.hear())) + ".";
    }

    private void compareClocks(Instant before, Instant after, Instant heard, Instant now) throws IOException {
        if (after.isBefore(before.minus(JITTER))) {
            bell.ring(
                    "clock-back",
                    before + "/" + after,
                    "The clock of the first site went back from " + before + " to " + after
                            + ". Due times that had passed may ring late or twice.");
        }
        if (now.isBefore(heard.minus(JITTER))) {
            bell.ring(
                    "own-clock-back",
                    heard + "/" + now,
                    "The second site's own clock went back from " + heard + " to " + now + ".");
        }
    }

    /** Called every second: rings what must ring by now. */
    synchronized void tick() throws IOException {
        State known = state;
        if (known == null) {
            return; // Never heard of anybody: there is nobody to miss.
        }
        Instant now = clock.instant();
        Duration silent = Duration.between(known.heard(), now);
        if (silent.compareTo(limit) <= 0) {
            return;
        }
        List<HeldDue> open = known.last().open();
        bell.ring(
                "silence",
                known.heard().toString(),
                "Nothing was heard of " + known.last().site() + " since " + known.heard() + ", for " + words(silent)
                        + " (limit " + words(limit) + "). It may be unable to ring. " + open.size()
                        + " due times are open there: " + first(open));
        for (HeldDue due : open) {
            if (!due.due().isAfter(now)) {
                bell.ring(
                        "overdue",
                        due.id() + "@" + due.due(),
                        "The " + due.what() + " of " + due.about() + " was due at " + due.due()
                                + ", and the site that waits for it is silent. " + tell(due));
            }
        }
    }

    private static String first(List<HeldDue> open) {
        List<String> texts = open.stream()
                .limit(5)
                .map(d -> d.what() + " of " + d.about() + " due " + d.due())
                .toList();
        return texts.isEmpty() ? "none." : String.join("; ", texts) + (open.size() > 5 ? "; …" : ".");
    }

    private static String words(Duration duration) {
        long hours = duration.toHours();
        String start = hours > 0 ? hours + " h " : "";
        return start + duration.toMinutesPart() + " min " + duration.toSecondsPart() + " s";
    }

    synchronized VigilReport report() {
        return new VigilReport(
                clock.instant(),
                Optional.ofNullable(state).map(State::heard),
                Optional.ofNullable(state).map(s -> s.last().open()).orElse(List.of()),
                bell.rung());
    }
}
