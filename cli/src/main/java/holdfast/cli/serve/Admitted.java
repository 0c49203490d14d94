package holdfast.cli.serve;

import java.util.OptionalLong;

/**
 * Somebody who has a token.
 *
 * @param tokenHash SHA-256 of the token, in hexadecimal: the token itself is kept by its holder alone
 * @param quota bytes that they may put; empty: as many as there is room for
 * @param writes whether they may put at all
 */
public record Admitted(String name, String tokenHash, OptionalLong quota, boolean writes) {
    /** A line of the file. */
    String line() {
        String share = quota.isPresent() ? Long.toString(quota.getAsLong()) : "-";
        return name + " " + tokenHash + " " + share + " " + (writes ? "writes" : "reads") + "\n";
    }

    static Admitted parse(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 4) {
            throw new IllegalArgumentException("not a name, a hash, a quota and what is permitted");
        }
        OptionalLong quota = words[2].equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(words[2]));
        return new Admitted(words[0], words[1], quota, words[3].equals("writes"));
    }
}
