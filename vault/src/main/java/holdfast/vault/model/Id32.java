package holdfast.vault.model;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.function.Function;

/**
 * An id of 32 bytes, kept in four longs so that maps of millions hold no arrays. The ids are hashes: any of their bits
 * will do for a hash table, and their order is that of their bytes.
 */
public sealed interface Id32 permits ChunkId, PackId, SnapshotId {
    int BYTES = 32;

    /** The first eight bytes, big-endian; {@link #b}, {@link #c} and {@link #d} are the next. */
    long a();

    long b();

    long c();

    long d();

    default byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(a())
                .putLong(b())
                .putLong(c())
                .putLong(d())
                .array();
    }

    /** 64 lower-case hex digits. */
    default String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    /** The first eight hex digits: enough for a person, not for a machine. */
    default String brief() {
        return hex().substring(0, 8);
    }

    /** The order of their bytes. */
    static int compare(Id32 one, Id32 other) {
        int order = Long.compareUnsigned(one.a(), other.a());
        order = order != 0 ? order : Long.compareUnsigned(one.b(), other.b());
        order = order != 0 ? order : Long.compareUnsigned(one.c(), other.c());
        return order != 0 ? order : Long.compareUnsigned(one.d(), other.d());
    }

    /**
     * @param hex 64 lower-case hex digits
     * @param from makes the id of 32 bytes
     * @throws IllegalArgumentException for anything else
     */
    static <I extends Id32> I parse(String hex, Function<ByteBuffer, I> from) {
        if (hex.length() != 2 * BYTES) {
            throw new IllegalArgumentException("not an id of 64 hex digits: '" + hex + "'");
        }
        return from.apply(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
    }

    /** Whether the text is what {@link #hex} gives. */
    static boolean isHex(String text) {
        return text.matches("[0-9a-f]{64}");
    }
}
