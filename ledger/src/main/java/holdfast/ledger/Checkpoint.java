package holdfast.ledger;

import java.util.Base64;

/**
 * The head of a log: how many entries, and the root over them (C2SP tlog-checkpoint, without extension lines).
 *
 * @param origin the log's name, not empty
 */
public record Checkpoint(String origin, long size, Hash root) {
    /** The note text: three lines. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /**
     * Reads a note text. Extension lines are allowed by the format and ignored by us; whoever signed the text
     * signed them too.
     */
    public static Checkpoint parse(String text) throws FormatException {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || lines[0].isEmpty() || !lines[lines.length - 1].isEmpty()) {
            throw new FormatException("a checkpoint has at least three lines: origin, size, root");
        }
        for (int i = 3; i < lines.length - 1; i++) {
            if (lines[i].isEmpty()) {
                throw new FormatException("an extension line of the checkpoint is empty");
            }
        }
        return new Checkpoint(lines[0], Numbers.parse(lines[1], "the size in the checkpoint"), hash(lines[2]));
    }

    /** A hash in base64 as the formats write it, and in no other spelling. */
    static Hash hash(String base64) throws FormatException {
        try {
            Hash hash = Hash.of(Base64.getDecoder().decode(base64));
            if (hash.base64().equals(base64)) {
                return hash;
            }
        } catch (IllegalArgumentException e) {
            // Said below, for both cases.
        }
        throw new FormatException("'" + base64 + "' is no SHA-256 hash in base64");
    }
}
