package holdfast.server.record;

import java.util.regex.Pattern;

/** What an id may consist of, so that it reads the same in an entry, a path, a log line and a URL. */
final class Names {
    private static final Pattern ID = Pattern.compile("[\\p{Alnum}][\\p{Alnum}._@:/-]{0,199}");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern ACT = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");

    private Names() {}

    static void demand(String id, String what) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    what + " has 1 to 200 letters, digits or . _ @ : / - : not '" + id + "'");
        }
    }

    static void demandWord(String word, String what) {
        if (!WORD.matcher(word).matches()) {
            throw new IllegalArgumentException(what + " is one lower-case word, not '" + word + "'");
        }
    }

    static void demandAct(String act) {
        if (!ACT.matcher(act).matches()) {
            throw new IllegalArgumentException(
                    "an act is named in the past tense with dots, such as 'cartridge.written': not '" + act + "'");
        }
    }
}
