import java.util.Arrays;

/**
 * The literals of a compressed zstd block (RFC 8878, 3.1.1.3.1): raw, one byte repeated, or Huffman-coded in one stream
 * or in four. A Huffman table stays for the next block, which may say 'the same again'.
 *
 * <p>The Huffman code (4.2) is given by the <i>weight</i> of each byte: a byte of weight w has a code of (longest + 1 -
 * w) bits, weight 0 none. The last weight is not written, as it is what is missing to a full code. The weights
 * themselves are written in four bits each, or coded by FSE.
 */
final class ZstdLiterals {
    private static final int LONGEST_CODE = 11;

    /** The literals of the block read last: the first {@link #length} bytes. */
    byte[] bytes = new byte[0];

    int length;

    private byte[] symbols = new byte[0];
    private byte[] codeLengths = new byte[0];
    private int longest;

    /** Reads the section and returns where it ends. */
    int read(byte[] in, int from, int to, int most) throws Damage {
        int head = byteAt(in, from, to);
        int type = head & 3;
        int format = head >>> 2 & 3;
        return type < 2 ? plain(in, from, to, type, format, most) : coded(in, from, to, type, format, most);
    }

    /** Types 0 (raw) and 1 (one byte repeated); the size takes 5, 12 or 20 bits. */
    private int plain(byte[] in, int from, int to, int type, int format, int most) throws Damage {
        int headBytes = format == 1 ? 2 : format == 3 ? 3 : 1;
        int at = from + headBytes;
        start((int) (number(in, from, to, headBytes) >>> (headBytes == 1 ? 3 : 4)), most);
        if (type == 0) {
            demand(to - at >= length);
            System.arraycopy(in, at, bytes, 0, length);
            return at + length;
        }
        Arrays.fill(bytes, 0, length, (byte) byteAt(in, at, to));
        return at + 1;
    }

    /** Types 2 (with a table) and 3 (with the table of the block before); two sizes of 10, 14 or 18 bits. */
    private int coded(byte[] in, int from, int to, int type, int format, int most) throws Damage {
        int sizeBits = new int[] {10, 10, 14, 18}[format];
        int headBytes = new int[] {3, 3, 4, 5}[format];
        long sizes = number(in, from, to, headBytes) >>> 4;
        start((int) (sizes & (1 << sizeBits) - 1), most);
        int compressed = (int) (sizes >>> sizeBits) & (1 << sizeBits) - 1;
        int at = from + headBytes;
        demand(to - at >= compressed);
        int end = at + compressed;
        if (type == 2) {
            at = table(in, at, end);
        }
        demand(symbols.length > 0);
        if (format == 0) {
            stream(in, at, end, 0, length);
        } else {
            fourStreams(in, at, end);
        }
        return end;
    }

    /** The lengths of the first three streams stand in front; each of them holds a quarter of the literals. */
    private void fourStreams(byte[] in, int from, int end) throws Damage {
        demand(end - from >= 6);
        int quarter = (length + 3) / 4;
        demand(3 * quarter <= length);
        int at = from + 6;
        for (int i = 0; i < 3; i++) {
            int streamEnd = at + Little.u16(in, from + 2 * i);
            demand(streamEnd <= end);
            stream(in, at, streamEnd, i * quarter, (i + 1) * quarter);
            at = streamEnd;
        }
        stream(in, at, end, 3 * quarter, length);
    }

    private void stream(byte[] in, int from, int to, int first, int last) throws Damage {
        ZstdBits bits = new ZstdBits(in, from, to);
        for (int i = first; i < last; i++) {
            int code = (int) bits.peek(longest);
            bytes[i] = symbols[code];
            bits.skip(codeLengths[code]);
        }
        bits.finish();
    }

    /** 4.2.1: reads the weights and builds the table. Returns where the literals' streams begin. */
    private int table(byte[] in, int from, int to) throws Damage {
        int head = byteAt(in, from, to);
        int[] weights;
        int count;
        int end;
        if (head >= 128) {
            count = head - 127;
            weights = new int[count + 1];
            end = from + 1 + (count + 1) / 2;
            demand(end <= to);
            for (int i = 0; i < count; i++) {
                weights[i] = in[from + 1 + i / 2] >>> (i % 2 == 0 ? 4 : 0) & 15;
            }
        } else {
            end = from + 1 + head;
            demand(end <= to);
            weights = new int[256];
            count = codedWeights(in, from + 1, end, weights);
        }
        build(weights, count);
        return end;
    }

    /** 4.2.1.2: two FSE states take turns until the bits run out; both then stand for one symbol more. */
    private static int codedWeights(byte[] in, int from, int to, int[] weights) throws Damage {
        ZstdFse.Written written = ZstdFse.read(in, from, to, 256, 6);
        ZstdFse table = written.table();
        ZstdBits bits = new ZstdBits(in, written.end(), to);
        int[] states = {(int) bits.read(table.log), (int) bits.read(table.log)};
        demand(bits.left() >= 0);
        for (int count = 0; count < 254; count++) {
            int turn = count & 1;
            weights[count] = table.symbol[states[turn]];
            states[turn] = table.next(states[turn], bits);
            if (bits.left() < 0) {
                weights[count + 1] = table.symbol[states[1 - turn]];
                return count + 2;
            }
        }
        throw new Damage("a Huffman table in a zstd block has too many weights");
    }

    private void build(int[] weights, int count) throws Damage {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            demand(weights[i] <= LONGEST_CODE);
            sum += weights[i] == 0 ? 0 : 1 << weights[i] - 1;
        }
        demand(sum > 0);
        longest = 32 - Integer.numberOfLeadingZeros(sum);
        int missing = (1 << longest) - sum;
        demand(longest <= LONGEST_CODE && Integer.bitCount(missing) == 1);
        weights[count] = 32 - Integer.numberOfLeadingZeros(missing);
        symbols = new byte[1 << longest];
        codeLengths = new byte[1 << longest];
        int place = 0;
        for (int weight = 1; weight <= longest; weight++) {
            for (int s = 0; s <= count; s++) {
                if (weights[s] == weight) {
                    int states = 1 << weight - 1;
                    Arrays.fill(symbols, place, place + states, (byte) s);
                    Arrays.fill(codeLengths, place, place + states, (byte) (longest + 1 - weight));
                    place += states;
                }
            }
        }
    }

    private void start(int size, int most) throws Damage {
        demand(size <= most);
        if (bytes.length < size) {
            bytes = new byte[size];
        }
        length = size;
    }

    private static int byteAt(byte[] in, int at, int to) throws Damage {
        demand(at < to);
        return in[at] & 0xff;
    }

    private static long number(byte[] in, int from, int to, int bytes) throws Damage {
        demand(to - from >= bytes);
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (in[from + i] & 0xffL) << 8 * i;
        }
        return value;
    }

    private static void demand(boolean held) throws Damage {
        if (!held) {
            throw new Damage("the literals of a zstd block are malformed");
        }
    }
}
