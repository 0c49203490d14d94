package holdfast.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A proof that can be checked offline: an entry's index, its inclusion path, the checkpoint (C2SP tlog-proof@v1).
 * Extra data is neither written nor read.
 *
 * @param path       from the leaf's sibling upwards
 * @param checkpoint signed, and cosigned if witnesses have answered
 */
public record TlogProof(long index, List<Hash> path, SignedNote checkpoint) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";

    /** A copy is kept. */
    public TlogProof {
        path = List.copyOf(path);
    }

    /** The proof's text, to be kept as {@code NAME.tlog-proof}. */
    public String encode() {
        StringBuilder text = new StringBuilder(HEADER + "\nindex " + index + "\n");
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(new String(checkpoint.encode(), UTF_8)).toString();
    }

    /** Reads what {@link #encode} wrote; proves nothing by itself. */
    public static TlogProof parse(String text) throws FormatException {
        int blank = text.indexOf("\n\n");
        String[] lines = blank < 0 ? new String[0] : text.substring(0, blank).split("\n", -1);
        if (lines.length < 2 || lines.length > 2 + 64 || !lines[0].equals(HEADER) || !lines[1].startsWith("index ")) {
            throw new FormatException("this is no proof of the form " + HEADER);
        }
        List<Hash> path = new ArrayList<>();
        for (int i = 2; i < lines.length; i++) {
            path.add(Checkpoint.hash(lines[i]));
        }
        long index = Numbers.parse(lines[1].substring("index ".length()), "the index in the proof");
        return new TlogProof(
                index, path, SignedNote.parse(text.substring(blank + 2).getBytes(UTF_8)));
    }

    /** Whether this proves {@code entry} to be in the log, under a checkpoint signed by every one of {@code keys}. */
    public boolean proves(byte[] entry, Collection<NoteKey> keys) throws FormatException {
        Checkpoint head = Checkpoint.parse(checkpoint.text());
        return !keys.isEmpty()
                && keys.stream().allMatch(checkpoint::isSignedBy)
                && Proofs.verifyInclusion(Merkle.leaf(entry), index, head.size(), path, head.root());
    }
}
