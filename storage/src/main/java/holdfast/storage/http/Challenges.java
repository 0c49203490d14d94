package holdfast.storage.http;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers that were never given before, each good once and for two minutes. Thread-safe. */
final class Challenges {
    private static final Duration GOOD_FOR = Duration.ofMinutes(2);
    private static final int MOST = 1000;

    private final SecureRandom random;
    private final InstantSource clock;
    private final LinkedHashMap<String, Instant> open = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    Challenges(SecureRandom random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
    }

    synchronized String give() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String challenge = HexFormat.of().formatHex(bytes);
        open.put(challenge, clock.instant());
        return challenge;
    }

    /** Whether it was given, not long ago, and is used for the first time. */
    synchronized boolean use(String challenge) {
        Instant given = open.remove(challenge);
        return given != null && Duration.between(given, clock.instant()).compareTo(GOOD_FOR) < 0;
    }
}
