package holdfast.server.delivery;

import holdfast.server.access.Person;
import holdfast.server.platform.Phrase;
import holdfast.server.platform.Phrases;
import holdfast.server.record.Ref;
import java.time.ZoneId;

/**
 * What is to be told, before it is said in anybody's language.
 *
 * @param subject one line; with the body as for {@link Alert}
 */
public record News(Phrase subject, Phrase body, Ref about) {
    /** For one reader, in the language that they read. */
    public Alert to(Person reader, ZoneId zone) {
        Phrases words = new Phrases(reader.language().locale(), zone);
        return new Alert(words.say(subject), words.say(body), about);
    }
}
