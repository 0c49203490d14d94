package holdfast.vault.model;

import holdfast.storage.ObjectName;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Name of a snapshot: SHA-256 of its object's bytes.
 *
 * @param a the first eight of its 32 bytes, big-endian; b, c and d the next
 */
public record SnapshotId(long a, long b, long c, long d) implements Comparable<SnapshotId> {
    public static final int BYTES = 32;

    /** The id of the 32 bytes at {@code offset}. */
    public static SnapshotId at(byte[] bytes, int offset) {
        return from(ByteBuffer.wrap(bytes, offset, BYTES));
    }

    /** Takes 32 bytes from the buffer. */
    public static SnapshotId from(ByteBuffer in) {
        return new SnapshotId(in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }

    /**
     * @param hex 64 lower-case hex digits, as {@link #toString} gives them
     * @throws IllegalArgumentException for anything else
     */
    public static SnapshotId parse(String hex) {
        if (hex.length() != 2 * BYTES) {
            throw new IllegalArgumentException("not an id of 64 hex digits: '" + hex + "'");
        }
        return at(HexFormat.of().parseHex(hex), 0);
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(a)
                .putLong(b)
                .putLong(c)
                .putLong(d)
                .array();
    }

    /** The first eight hex digits: enough for a person, not for a machine. */
    public String brief() {
        return toString().substring(0, 8);
    }

    @Override
    public int compareTo(SnapshotId other) {
        int order = Long.compareUnsigned(a, other.a);
        order = order != 0 ? order : Long.compareUnsigned(b, other.b);
        order = order != 0 ? order : Long.compareUnsigned(c, other.c);
        return order != 0 ? order : Long.compareUnsigned(d, other.d);
    }

    /** The ids are hashes: any of their bits will do. */
    @Override
    public int hashCode() {
        return Long.hashCode(a);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes());
    }

    /** Where this snapshot lies in a store. */
    public ObjectName objectName() {
        return new ObjectName("snapshots/" + this);
    }

    /** The snapshot of an object called {@code snapshots/…}, if it is called so. */
    public static Optional<SnapshotId> of(ObjectName name) {
        String hex = name.lastSegment();
        boolean snapshot = name.value().startsWith("snapshots/") && hex.matches("[0-9a-f]{64}");
        return snapshot ? Optional.of(parse(hex)) : Optional.empty();
    }
}
