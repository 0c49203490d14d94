package holdfast.vault.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Appends values to a growing array. Fixed-width numbers are big-endian; a varint is seven bits a byte, lowest
 * first, the high bit set on all but the last (unsigned LEB128). Not thread-safe.
 */
public final class Encoder {
    private byte[] bytes;
    private int length;

    public Encoder() {
        this(256);
    }

    public Encoder(int expected) {
        bytes = new byte[expected];
    }

    public int length() {
        return length;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    public Encoder u8(int value) {
        room(1);
        bytes[length++] = (byte) value;
        return this;
    }

    public Encoder u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    public Encoder u32(int value) {
        return u16(value >>> 16).u16(value);
    }

    public Encoder u64(long value) {
        return u32((int) (value >>> 32)).u32((int) value);
    }

    /** @param value taken as unsigned */
    public Encoder varint(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
        return this;
    }

    /** A signed number as a varint: 0, -1, 1, -2 … become 0, 1, 2, 3 … */
    public Encoder signed(long value) {
        return varint((value << 1) ^ (value >> 63));
    }

    /** The bytes alone: their number must be known to the reader. */
    public Encoder raw(byte[] value) {
        return raw(value, 0, value.length);
    }

    public Encoder raw(byte[] value, int from, int count) {
        room(count);
        System.arraycopy(value, from, bytes, length, count);
        length += count;
        return this;
    }

    /** The number of bytes as a varint, then the bytes. */
    public Encoder blob(byte[] value) {
        return varint(value.length).raw(value);
    }

    /** A blob of UTF-8. */
    public Encoder text(String value) {
        return blob(value.getBytes(UTF_8));
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length + (bytes.length >> 1) + 16));
        }
    }
}
