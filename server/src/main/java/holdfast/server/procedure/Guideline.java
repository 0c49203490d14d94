package holdfast.server.procedure;

import holdfast.server.access.Language;
import holdfast.server.record.ActorId;
import java.time.Instant;
import java.util.Map;

/**
 * A guideline as issued: what everybody who carries media must know, in each language.
 *
 * @param number counts from 1; the highest is the one in force
 * @param title by language, all of {@link Language}
 * @param text by language, all of {@link Language}
 */
public record Guideline(
        int number, Map<Language, String> title, Map<Language, String> text, ActorId issuedBy, Instant issuedAt) {

    public Guideline {
        title = Map.copyOf(title);
        text = Map.copyOf(text);
    }
}
