package holdfast.server.incident;

import holdfast.server.platform.Invalid;
import holdfast.server.platform.Phrase;

/** What a person must say in words. */
final class Words {
    private static final int LONGEST = 20_000;

    private Words() {}

    /**
     * @param what code of the phrase that names it, such as {@code part.reason}
     * @throws IllegalArgumentException if nothing is said, or a book
     */
    static void demand(String text, String what) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new Invalid("refused.give", Phrase.of(what), LONGEST);
        }
    }
}
