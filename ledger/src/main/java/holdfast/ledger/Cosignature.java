package holdfast.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.crypto.SigningKey;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/**
 * A witness's statement (C2SP tlog-cosignature, v1): as of a time, the largest tree that it saw of this log, each
 * extending the one before, has this root.
 */
public final class Cosignature {
    private Cosignature() {}

    /** The signature line for this checkpoint text, at {@code time} (whole seconds count). */
    public static SignedNote.Line sign(String checkpointText, String name, SigningKey key, Instant time) {
        NoteKey publicKey = new NoteKey(name, NoteKey.Type.COSIGNATURE_V1, key.verifyingKey());
        byte[] signature = key.sign(message(checkpointText, time.getEpochSecond()));
        byte[] timestamped = ByteBuffer.allocate(8 + signature.length)
                .putLong(time.getEpochSecond())
                .put(signature)
                .array();
        return SignedNote.Line.of(name, publicKey.keyId(), timestamped);
    }

    static boolean verifies(String checkpointText, SignedNote.Line line, NoteKey key) {
        byte[] bytes = line.signature();
        if (bytes.length != 8 + SigningKey.SIGNATURE_BYTES) {
            return false;
        }
        long seconds = ByteBuffer.wrap(bytes).getLong();
        return seconds >= 0
                && key.key().verifies(message(checkpointText, seconds), Arrays.copyOfRange(bytes, 8, bytes.length));
    }

    /** The time inside a cosignature line. */
    public static Instant time(SignedNote.Line line) throws FormatException {
        if (line.signature().length != 8 + SigningKey.SIGNATURE_BYTES) {
            throw new FormatException("the line of " + line.name() + " is no cosignature");
        }
        long seconds = ByteBuffer.wrap(line.signature()).getLong();
        if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
            throw new FormatException("the time in the cosignature of " + line.name() + " is no time");
        }
        return Instant.ofEpochSecond(seconds);
    }

    private static byte[] message(String checkpointText, long seconds) {
        return ("cosignature/v1\ntime " + seconds + "\n" + checkpointText).getBytes(UTF_8);
    }
}
