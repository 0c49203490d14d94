/**
 * A stream of bits that is read from its end to its beginning, as zstd's entropy coders write them (RFC 8878, 4.1 and
 * 4.2): the encoder wrote forwards, and the decoder needs last what was written first.
 *
 * <p>The last byte holds, above the stream's last bit, a single one and then zeros, which tell where the stream ends.
 * Bits before the beginning read as zeros, up to eight bytes of them; {@link #left} is then negative, and whoever reads
 * says whether that may be.
 */
final class ZstdBits {
    private static final int PADDING = 8;

    private final byte[] data;
    private int position;

    ZstdBits(byte[] in, int from, int to) throws Damage {
        if (to <= from || in[to - 1] == 0) {
            throw new Damage("a stream of bits in a zstd block has no end mark");
        }
        data = new byte[to - from + 2 * PADDING];
        System.arraycopy(in, from, data, PADDING, to - from);
        int zeros = Integer.numberOfLeadingZeros(in[to - 1] & 0xff) - 24;
        position = 8 * (PADDING + to - from) - zeros - 1;
    }

    /** How many bits have not been read; negative if more were read than there are. */
    int left() {
        return position - 8 * PADDING;
    }

    /** The next bits as a number, the one read first on top; they stay unread. At most 56. */
    long peek(int bits) throws Damage {
        int start = position - bits;
        if (start < 0) {
            throw new Damage("a stream of bits in a zstd block ends before it should");
        }
        return Little.u64(data, start >>> 3) >>> (start & 7) & ((1L << bits) - 1);
    }

    void skip(int bits) {
        position -= bits;
    }

    long read(int bits) throws Damage {
        long value = peek(bits);
        position -= bits;
        return value;
    }

    /** Says so unless every bit was read, and none twice. */
    void finish() throws Damage {
        if (left() != 0) {
            throw new Damage("a stream of bits in a zstd block does not end where it should");
        }
    }
}
