package holdfast.storage.http;

import java.time.Duration;
import java.time.Instant;

/** Hears of every request that was answered. Holds nothing secret: no token, no body. Called by many threads. */
@FunctionalInterface
public interface AccessLog {
    AccessLog NONE = line -> {};

    /**
     * One request.
     *
     * @param caller its name, {@code -} for somebody who is not known
     * @param what method and object, or what was asked for instead
     * @param status of the answer; 0 if the connection broke before
     * @param why it was refused, or empty
     */
    record Line(
            Instant at, String from, String caller, String what, int status, long bytes, Duration took, String why) {
        @Override
        public String toString() {
            return at + " " + from + " " + caller + " " + what + " " + status + " " + bytes + " B " + took.toMillis()
                    + " ms" + (why.isEmpty() ? "" : " (" + why + ")");
        }
    }

    void heard(Line line);
}
