import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the numbers and strings of the vault's objects, one behind another ('Conventions' of the format).
 *
 * <p>All numbers of fixed length are big-endian. A {@code varint} is unsigned LEB128: seven bits a byte, the lowest
 * first, the top bit set on every byte but the last, at most 64 bits, in its shortest form. A {@code signed} is a varint of the
 * zig-zag form, in which 0, -1, 1, -2 are written 0, 1, 2, 3. A {@code blob} is a varint length and that many bytes,
 * a {@code text} a blob of UTF-8.
 *
 * <p>Whatever would lie beyond the end is {@link Damage}, never an exception of arrays: the bytes may come from an
 * enemy, and no length in them is believed before it is compared with what is there.
 */
final class Cursor {
    private final byte[] data;
    private final int end;
    private int at;

    Cursor(byte[] data, int from, int to) {
        this.data = data;
        this.at = from;
        this.end = to;
    }

    Cursor(byte[] data) {
        this(data, 0, data.length);
    }

    /** Where the next byte lies in the array. */
    int at() {
        return at;
    }

    int left() {
        return end - at;
    }

    int u8() throws Damage {
        return take(1)[0] & 0xff;
    }

    int u16() throws Damage {
        return u8() << 8 | u8();
    }

    /** Up to 2^32 - 1, hence a long. */
    long u32() throws Damage {
        return ((long) u16() << 16) | u16();
    }

    /** Taken as a signed number: nothing in the format reaches 2^63. */
    long u64() throws Damage {
        return u32() << 32 | u32();
    }

    long varint() throws Damage {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = u8();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                if ((next == 0 && shift > 0) || (next > 1 && shift == 63)) {
                    throw new Damage("a number is not in its shortest form, or too long");
                }
                return value;
            }
        }
        throw new Damage("a number is longer than 64 bits");
    }

    /** A varint that counts things of which each takes at least one byte, so that it cannot exceed what is left. */
    int count() throws Damage {
        long count = varint();
        if (count < 0 || count > left()) {
            throw new Damage("a list claims to be longer than the object it is in");
        }
        return (int) count;
    }

    /** A varint that has to fit into an int: a length in memory. */
    int size() throws Damage {
        long size = varint();
        if (size < 0 || size > Integer.MAX_VALUE) {
            throw new Damage("a length exceeds two gigabytes");
        }
        return (int) size;
    }

    long signed() throws Damage {
        long zigzag = varint();
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    byte[] take(int length) throws Damage {
        if (length < 0 || length > left()) {
            throw new Damage("it ends before it should");
        }
        at += length;
        return Arrays.copyOfRange(data, at - length, at);
    }

    byte[] blob() throws Damage {
        return take(count());
    }

    String text() throws Damage {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(blob()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Damage("a text is not UTF-8");
        }
    }

    /** Says so if bytes follow where nothing should. */
    void finish() throws Damage {
        if (left() != 0) {
            throw new Damage("it goes on where it should end");
        }
    }
}
