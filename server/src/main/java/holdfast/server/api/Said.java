package holdfast.server.api;

import holdfast.server.platform.Phrase;
import holdfast.server.platform.Phrases;
import java.time.ZoneOffset;
import java.util.List;

/** What services say, for programs: in English, with times of UTC. */
final class Said {
    private static final Phrases ENGLISH = Phrases.english(ZoneOffset.UTC);

    private Said() {}

    static String english(Phrase phrase) {
        return ENGLISH.say(phrase);
    }

    static String english(List<Phrase> phrases) {
        return ENGLISH.say(phrases);
    }
}
