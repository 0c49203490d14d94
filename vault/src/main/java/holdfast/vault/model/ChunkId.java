package holdfast.vault.model;

import java.nio.ByteBuffer;

/**
 * Identity of a chunk: HMAC-SHA-256 of its bytes under a key of the vault, so that it tells nothing to others.
 *
 * @param a the first eight of its 32 bytes, big-endian; b, c and d the next
 */
public record ChunkId(long a, long b, long c, long d) implements Id32, Comparable<ChunkId> {
    /** The id of the 32 bytes at {@code offset}. */
    public static ChunkId at(byte[] bytes, int offset) {
        return from(ByteBuffer.wrap(bytes, offset, BYTES));
    }

    /** Takes 32 bytes from the buffer. */
    public static ChunkId from(ByteBuffer in) {
        return new ChunkId(in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }

    /**
     * @param hex 64 lower-case hex digits, as {@link #hex} gives them
     * @throws IllegalArgumentException for anything else
     */
    public static ChunkId parse(String hex) {
        return Id32.parse(hex, ChunkId::from);
    }

    @Override
    public int compareTo(ChunkId other) {
        return Id32.compare(this, other);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(a);
    }

    @Override
    public String toString() {
        return hex();
    }
}
