package holdfast.cli.serve;

import holdfast.storage.http.Rights;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Somebody who has a token.
 *
 * @param tokenHash SHA-256 of the token, in hexadecimal: the token itself is kept by its holder alone
 * @param quota bytes that they may put; empty: as many as there is room for
 * @param rights what they may do
 */
public record Admitted(String name, String tokenHash, OptionalLong quota, Rights rights) {
    /** A line of the file. */
    String line() {
        String share = quota.isPresent() ? Long.toString(quota.getAsLong()) : "-";
        return name + " " + tokenHash + " " + share + " " + rights.name().toLowerCase(Locale.ROOT) + "\n";
    }

    static Admitted parse(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 4) {
            throw new IllegalArgumentException("not a name, a hash, a quota and what is permitted");
        }
        OptionalLong quota = words[2].equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(words[2]));
        return new Admitted(words[0], words[1], quota, Rights.valueOf(words[3].toUpperCase(Locale.ROOT)));
    }
}
