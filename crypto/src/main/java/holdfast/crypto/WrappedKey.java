package holdfast.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;

/**
 * The file of one key in a {@link Pkcs11KeyStore}: the state's letter, since when (milliseconds, 8 bytes), and unless
 * destroyed a nonce with the sealed key. The seal binds name, state and time.
 */
@SuppressWarnings("ArrayRecordComponent")
record WrappedKey(KeyState state, Instant since, byte[] wrapped) {
    private static final int HEAD_BYTES = 9;

    static WrappedKey parse(byte[] file, Path where) throws IOException {
        if (file.length < HEAD_BYTES) {
            throw new IOException("the file " + where + " is too short");
        }
        ByteBuffer in = ByteBuffer.wrap(file);
        KeyState state = switch ((char) in.get()) {
            case 'A' -> KeyState.ACTIVE;
            case 'Q' -> KeyState.QUARANTINED;
            case 'D' -> KeyState.DESTROYED;
            default -> throw new IOException("the file " + where + " was changed");
        };
        Instant since = Instant.ofEpochMilli(in.getLong());
        return new WrappedKey(state, since, Arrays.copyOfRange(file, HEAD_BYTES, file.length));
    }

    /** What stands in front of the sealed key. */
    static byte[] head(KeyState state, Instant since) {
        return ByteBuffer.allocate(HEAD_BYTES)
                .put((byte) state.name().charAt(0))
                .putLong(since.toEpochMilli())
                .array();
    }
}
