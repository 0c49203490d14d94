package holdfast.vault.check;

import holdfast.crypto.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** A pack read once from its start to its end, its parts in their order, while its hash is made. Used by one thread. */
final class PackRead implements AutoCloseable {
    private static final int REST_BYTES = 64 << 10;

    private final InputStream in;
    private final Sha256.Running hash = new Sha256.Running();
    private long at;

    /** @param in closed by {@link #close} */
    PackRead(InputStream in) {
        this.in = in;
    }

    /** How many bytes were read. */
    long at() {
        return at;
    }

    /**
     * The bytes of a part that starts where the last one ended, or behind it.
     *
     * @return empty if the pack ends before
     */
    Optional<byte[]> part(long offset, int length) throws IOException {
        while (at < offset) {
            if (next((int) Math.min(REST_BYTES, offset - at)).length == 0) {
                return Optional.empty();
            }
        }
        byte[] part = next(length);
        return part.length == length ? Optional.of(part) : Optional.empty();
    }

    void toTheEnd() throws IOException {
        int read;
        do {
            read = next(REST_BYTES).length;
        } while (read > 0);
    }

    private byte[] next(int length) throws IOException {
        byte[] bytes = new byte[length];
        int read = in.readNBytes(bytes, 0, length);
        hash.update(bytes, 0, read);
        at += read;
        return read == length ? bytes : Arrays.copyOf(bytes, read);
    }

    /** Of all that was read; once. */
    byte[] sha256() {
        return hash.digest();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
