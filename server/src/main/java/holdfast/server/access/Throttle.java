package holdfast.server.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down the guessing of one person's password: after five failures in a row each further one doubles the
 * wait, up to a quarter of an hour. Passkeys are not affected, so nobody can be locked out who has one.
 *
 * <p>Kept in memory, for this server alone; a restart forgets it. Thread-safe.
 */
@Component
class Throttle {
    private static final int FREE = 5;
    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST_NAMES = 10_000;

    private final InstantSource clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_NAMES;
        }
    };

    Throttle(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean mustWait(String name) {
        Failures known = failures.get(name);
        return known != null && clock.instant().isBefore(known.until());
    }

    synchronized void failed(String name) {
        int count = failures.getOrDefault(name, Failures.NONE).count() + 1;
        failures.remove(name); // to the young end of the list
        failures.put(name, new Failures(count, clock.instant().plus(wait(count))));
    }

    synchronized void succeeded(String name) {
        failures.remove(name);
    }

    private static Duration wait(int count) {
        if (count < FREE) {
            return Duration.ZERO;
        }
        Duration wait = FIRST.multipliedBy(1L << Math.min(count - FREE, 10));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private record Failures(int count, Instant until) {
        static final Failures NONE = new Failures(0, Instant.EPOCH);
    }
}
