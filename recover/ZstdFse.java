import java.util.Arrays;

/**
 * A decoding table of Finite State Entropy, zstd's coder for everything but literals (RFC 8878, 4.1).
 *
 * <p>The decoder is in one of 2^log states. A state stands for a symbol, and tells how many bits to read to get to the
 * next state: a frequent symbol has many states and costs a fraction of a bit, a rare one has few. How often each
 * symbol occurs is written before the stream, and both sides build the same table from it.
 */
final class ZstdFse {
    final int log;
    final int[] symbol;
    /** How many bits lead on from a state, and the number that they are added to. */
    final int[] bits;

    final int[] base;

    private ZstdFse(int log) {
        this.log = log;
        symbol = new int[1 << log];
        bits = new int[1 << log];
        base = new int[1 << log];
    }

    /** The state after this one. */
    int next(int state, ZstdBits in) throws Damage {
        return base[state] + (int) in.read(bits[state]);
    }

    /** One state, one symbol, no bits at all: the 'RLE mode' of 3.1.1.3.2.1. */
    static ZstdFse always(int symbol) {
        ZstdFse table = new ZstdFse(0);
        table.symbol[0] = symbol;
        return table;
    }

    /**
     * The table of a distribution (4.1.1). A symbol of probability p gets p states; -1 means 'less than one', which
     * gets a single state at the very end of the table.
     */
    static ZstdFse of(int[] probabilities, int log) throws Damage {
        ZstdFse table = new ZstdFse(log);
        int size = 1 << log;
        int[] next = new int[probabilities.length];
        int high = size - 1;
        for (int s = 0; s < probabilities.length; s++) {
            if (probabilities[s] == -1) {
                table.symbol[high--] = s;
                next[s] = 1;
            } else {
                next[s] = probabilities[s];
            }
        }
        spread(table, probabilities, high);
        for (int state = 0; state < size; state++) {
            int x = next[table.symbol[state]]++;
            table.bits[state] = log - (31 - Integer.numberOfLeadingZeros(x));
            table.base[state] = (x << table.bits[state]) - size;
        }
        return table;
    }

    /** Deals the states out with a stride that visits each once, leaving out those that 'less than one' took. */
    private static void spread(ZstdFse table, int[] probabilities, int high) throws Damage {
        int size = table.symbol.length;
        int step = (size >>> 1) + (size >>> 3) + 3;
        int place = 0;
        for (int s = 0; s < probabilities.length; s++) {
            for (int i = 0; i < probabilities[s]; i++) {
                table.symbol[place] = s;
                do {
                    place = place + step & size - 1;
                } while (place > high);
            }
        }
        if (place != 0) {
            throw new Damage("the probabilities of a zstd table do not fill it");
        }
    }

    /** A distribution as it is written in a block, and where its bytes end. */
    record Written(int[] probabilities, int log, int end) {
        ZstdFse table() throws Damage {
            return of(probabilities, log);
        }
    }

    /**
     * Reads a distribution (4.1.1). Each value takes just as many bits as what remains to be given out requires; a zero
     * is followed by pairs of bits that tell how many more zeros come.
     *
     * @param mostSymbols how many symbols there can be
     * @param mostLog the largest table allowed
     */
    static Written read(byte[] in, int from, int to, int mostSymbols, int mostLog) throws Damage {
        Forward bits = new Forward(in, from, to);
        int log = bits.read(4) + 5;
        if (log > mostLog) {
            throw new Damage("a zstd table is larger than it may be");
        }
        int[] probabilities = new int[mostSymbols];
        int remaining = 1 << log;
        int symbol = 0;
        while (remaining > 0) {
            if (symbol >= mostSymbols) {
                throw new Damage("a zstd table has too many symbols");
            }
            int probability = bits.upTo(remaining + 1) - 1;
            probabilities[symbol++] = probability;
            remaining -= Math.abs(probability);
            if (probability == 0) {
                int zeros;
                do {
                    zeros = bits.read(2);
                    symbol += zeros;
                } while (zeros == 3);
            }
        }
        if (symbol > mostSymbols) {
            throw new Damage("a zstd table has too many symbols");
        }
        return new Written(Arrays.copyOf(probabilities, symbol), log, bits.end());
    }

    /** Bits read forwards, the lowest of each byte first: tables are written so, streams are not. */
    private static final class Forward {
        private final byte[] in;
        private final int from;
        private final int to;
        private int position;

        Forward(byte[] in, int from, int to) {
            this.in = in;
            this.from = from;
            this.to = to;
        }

        int read(int bits) throws Damage {
            int value = 0;
            for (int i = 0; i < bits; i++, position++) {
                int at = from + (position >>> 3);
                if (at >= to) {
                    throw new Damage("a zstd table ends before it should");
                }
                value |= (in[at] >>> (position & 7) & 1) << i;
            }
            return value;
        }

        /** A number from 0 to {@code most}: small ones are one bit shorter where the range is no power of two. */
        int upTo(int most) throws Damage {
            int bits = 32 - Integer.numberOfLeadingZeros(most);
            int low = read(bits - 1);
            int shorter = (1 << bits) - 1 - most;
            if (low < shorter) {
                return low;
            }
            int value = low | read(1) << bits - 1;
            return value < 1 << bits - 1 ? value : value - shorter;
        }

        int end() {
            return from + (position + 7 >>> 3);
        }
    }
}
