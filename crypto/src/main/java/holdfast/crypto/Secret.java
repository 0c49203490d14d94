package holdfast.crypto;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Bytes that must not be seen: a key, or what a key is derived from.
 *
 * <p>The bytes are reached only through {@link #expose}, so that each use can be found by searching for it.
 * {@code toString} redacts; equality takes constant time. Not thread-safe with {@link #close}, which wipes the
 * bytes: a secret has one owner, who closes it.
 */
public final class Secret implements AutoCloseable {
    private final byte[] bytes;
    private boolean closed;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the array over: the caller neither keeps nor changes it. */
    public static Secret owning(byte[] bytes) {
        return new Secret(bytes);
    }

    /** A secret of a copy of these bytes. */
    public static Secret copyOf(byte[] bytes) {
        return new Secret(bytes.clone());
    }

    /** {@code length} bytes from {@code random}. */
    public static Secret random(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return new Secret(bytes);
    }

    public int length() {
        return bytes.length;
    }

    /**
     * Gives the bytes themselves to {@code use}, which must not keep them.
     *
     * @throws IllegalStateException if this secret was closed
     */
    public <R> R expose(Function<byte[], R> use) {
        if (closed) {
            throw new IllegalStateException("this secret was closed");
        }
        return use.apply(bytes);
    }

    /** Wipes the bytes. A second call does nothing. */
    @Override
    public void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && MessageDigest.isEqual(bytes, that.bytes);
    }

    /** The same for all secrets of a length: a hash of the bytes would tell about them. */
    @Override
    public int hashCode() {
        return bytes.length;
    }

    @Override
    public String toString() {
        return "Secret[" + bytes.length + " bytes, not shown]";
    }
}
