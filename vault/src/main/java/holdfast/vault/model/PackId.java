package holdfast.vault.model;

import holdfast.storage.ObjectName;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Name of a pack: SHA-256 of its bytes.
 *
 * @param a the first eight of its 32 bytes, big-endian; b, c and d the next
 */
public record PackId(long a, long b, long c, long d) implements Id32, Comparable<PackId> {
    /** Where packs lie in a store. */
    public static final String PREFIX = "packs/";

    /** The id of the 32 bytes at {@code offset}. */
    public static PackId at(byte[] bytes, int offset) {
        return from(ByteBuffer.wrap(bytes, offset, BYTES));
    }

    /** Takes 32 bytes from the buffer. */
    public static PackId from(ByteBuffer in) {
        return new PackId(in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }

    /**
     * @param hex 64 lower-case hex digits, as {@link #hex} gives them
     * @throws IllegalArgumentException for anything else
     */
    public static PackId parse(String hex) {
        return Id32.parse(hex, PackId::from);
    }

    @Override
    public int compareTo(PackId other) {
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

    /** Where this pack lies in a store. */
    public ObjectName objectName() {
        String hex = toString();
        return new ObjectName(PREFIX + hex.substring(0, 2) + "/" + hex);
    }

    /** The pack of an object called {@code packs/xx/…}, if it is called so. */
    public static Optional<PackId> of(ObjectName name) {
        String hex = name.lastSegment();
        boolean pack = name.value().startsWith(PREFIX) && Id32.isHex(hex);
        return pack ? Optional.of(parse(hex)) : Optional.empty();
    }
}
