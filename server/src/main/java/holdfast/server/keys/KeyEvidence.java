package holdfast.server.keys;

import holdfast.server.platform.Phrase;
import java.util.List;

/**
 * What can be said about the keys of some cartridges, and what cannot.
 *
 * @param cipher how the cartridges are encrypted
 * @param places where each copy of the keys lies, and in which state
 * @param uses how many uses the record holds since the time asked for
 * @param list these uses, the oldest first
 * @param cannotSee what this evidence would not show, sentence by sentence
 */
public record KeyEvidence(String cipher, List<KeyPlace> places, long uses, List<KeyUsed> list, List<Phrase> cannotSee) {
    public KeyEvidence {
        places = List.copyOf(places);
        list = List.copyOf(list);
        cannotSee = List.copyOf(cannotSee);
    }
}
