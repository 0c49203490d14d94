package holdfast.server.platform;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/**
 * What every exception is by which a service refuses somebody's wish: it can say why, what is wrong and what to do next,
 * in the reader's language. Its message is the English, for programs, logs and the ledger. An exception that is none of
 * these is a fault of the program, and its message is not for people.
 */
public interface Refusal {
    /** The sentence; its code is a key of the bundle {@code messages/refusals}. */
    Phrase why();

    /**
     * The sentence of a refusal.
     *
     * @param values as for {@link Phrase#of}; of anything else, such as an id, what it is written as
     */
    static Phrase phrase(String code, Object... values) {
        return Phrase.of(code, Arrays.stream(values).map(Refusal::plain).toArray());
    }

    /** The sentence in English, with times of UTC. */
    static String english(Phrase why) {
        return Phrases.english(ZoneOffset.UTC).say(why);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Integer _, Long _, Instant _, Phrase _, List<?> _ -> value;
            default -> String.valueOf(value);
        };
    }
}
