package holdfast.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * What a log sends to a witness (C2SP tlog-witness, add-checkpoint).
 *
 * @param oldSize the size that the witness cosigned last, as far as the log knows
 * @param proof   the consistency proof from there
 */
public record AddCheckpoint(long oldSize, List<Hash> proof, SignedNote checkpoint) {
    private static final int MAX_PROOF = 63;

    /** A copy is kept. */
    public AddCheckpoint {
        proof = List.copyOf(proof);
    }

    /** The body of the request. */
    public byte[] encode() {
        StringBuilder head = new StringBuilder("old " + oldSize + "\n");
        proof.forEach(hash -> head.append(hash.base64()).append('\n'));
        return (head.append('\n') + new String(checkpoint.encode(), UTF_8)).getBytes(UTF_8);
    }

    /** Reads a body. */
    public static AddCheckpoint parse(byte[] body) throws FormatException {
        String text = SignedNote.decode(body);
        int blank = text.indexOf("\n\n");
        String[] lines =
                blank < 0 ? new String[] {""} : text.substring(0, blank).split("\n", -1);
        if (!lines[0].startsWith("old ") || lines.length - 1 > MAX_PROOF) {
            throw new FormatException("this is no add-checkpoint request");
        }
        List<Hash> proof = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            proof.add(Checkpoint.hash(lines[i]));
        }
        long oldSize = Numbers.parse(lines[0].substring("old ".length()), "the old size");
        return new AddCheckpoint(
                oldSize, proof, SignedNote.parse(text.substring(blank + 2).getBytes(UTF_8)));
    }
}
