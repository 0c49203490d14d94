package holdfast.vault.model;

import holdfast.storage.ObjectName;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Name of a snapshot: SHA-256 of its object's bytes.
 *
 * @param a the first eight of its 32 bytes, big-endian; b, c and d the next
 */
public record SnapshotId(long a, long b, long c, long d) implements Id32, Comparable<SnapshotId> {
    /** The id of the 32 bytes at {@code offset}. */
    public static SnapshotId at(byte[] bytes, int offset) {
        return from(ByteBuffer.wrap(bytes, offset, BYTES));
    }

    /** Takes 32 bytes from the buffer. */
    public static SnapshotId from(ByteBuffer in) {
        return new SnapshotId(in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }

    /**
     * @param hex 64 lower-case hex digits, as {@link #hex} gives them
     * @throws IllegalArgumentException for anything else
     */
    public static SnapshotId parse(String hex) {
        return Id32.parse(hex, SnapshotId::from);
    }

    @Override
    public int compareTo(SnapshotId other) {
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

    /** Where this snapshot lies in a store. */
    public ObjectName objectName() {
        return new ObjectName("snapshots/" + this);
    }

    /** The snapshot of an object called {@code snapshots/…}, if it is called so. */
    public static Optional<SnapshotId> of(ObjectName name) {
        String hex = name.lastSegment();
        boolean snapshot = name.value().startsWith("snapshots/") && Id32.isHex(hex);
        return snapshot ? Optional.of(parse(hex)) : Optional.empty();
    }
}
