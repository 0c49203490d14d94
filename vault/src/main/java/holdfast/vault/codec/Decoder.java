package holdfast.vault.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Takes values from bytes that an {@link Encoder} wrote, or that somebody hostile did: nothing is believed, no
 * array is made longer than the bytes that are there. Not thread-safe.
 */
public final class Decoder {
    private static final byte[] NOTHING = {};

    private final byte[] bytes;
    private final int end;
    private int at;

    public Decoder(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    public Decoder(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    public int position() {
        return at;
    }

    public int remaining() {
        return end - at;
    }

    public int u8() throws MalformedException {
        need(1);
        return bytes[at++] & 0xff;
    }

    public int u16() throws MalformedException {
        int high = u8();
        return (high << 8) | u8();
    }

    public int u32() throws MalformedException {
        int high = u16();
        return (high << 16) | u16();
    }

    public long u64() throws MalformedException {
        long high = u32();
        return (high << 32) | (u32() & 0xffffffffL);
    }

    public long varint() throws MalformedException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = u8();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                if ((next == 0 && shift > 0) || (next > 1 && shift == 63)) {
                    throw new MalformedException("a number is not in its shortest form before byte " + at);
                }
                return value;
            }
        }
        throw new MalformedException("a number is too long at byte " + at);
    }

    public long signed() throws MalformedException {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    /** A varint that must lie between 0 and {@code most}. */
    public int number(int most) throws MalformedException {
        long value = varint();
        if (value < 0 || value > most) {
            throw new MalformedException("a number is out of its range before byte " + at);
        }
        return (int) value;
    }

    /** The length of a list whose elements take at least {@code least} bytes each. */
    public int count(int least) throws MalformedException {
        return number(remaining() / least);
    }

    public byte[] raw(int count) throws MalformedException {
        need(count);
        at += count;
        return count == 0 ? NOTHING : Arrays.copyOfRange(bytes, at - count, at);
    }

    public byte[] blob() throws MalformedException {
        return raw(count(1));
    }

    public String text() throws MalformedException {
        return new String(blob(), UTF_8);
    }

    /** Passes bytes over; returns where they started. */
    public int skip(int count) throws MalformedException {
        need(count);
        at += count;
        return at - count;
    }

    /** @throws MalformedException if anything is left */
    public void demandEnd() throws MalformedException {
        if (at != end) {
            throw new MalformedException((end - at) + " bytes too many");
        }
    }

    private void need(int count) throws MalformedException {
        if (count < 0 || end - at < count) {
            throw new MalformedException("it ends at byte " + end + ", in the middle of something");
        }
    }
}
