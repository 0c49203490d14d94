package holdfast.vault.cut;

/**
 * Content-defined cuts with a Gear rolling hash: FastCDC (Xia et al., USENIX ATC 2016) with its normalised sizes.
 * Before the average a cut needs two more zero bits of the hash than the average asks for, behind it two fewer.
 *
 * <p>The table is derived from a key of the vault: with a public one, the lengths of chunks would tell which known
 * files are stored. Immutable and thread-safe.
 */
public final class Cutter {
    private final long[] gear;
    private final int minimum;
    private final int average;
    private final int maximum;
    private final long strict;
    private final long loose;

    /**
     * @param gear 256 random numbers
     * @param average bytes, a power of two
     */
    public Cutter(long[] gear, int minimum, int average, int maximum) {
        this.gear = gear.clone();
        this.minimum = minimum;
        this.average = average;
        this.maximum = maximum;
        int bits = Integer.numberOfTrailingZeros(average);
        this.strict = highBits(bits + 2);
        this.loose = highBits(bits - 2);
    }

    /** The highest bits of the hash depend on the last 64 bytes, the lowest on the last one alone. */
    private static long highBits(int bits) {
        return -1L << (64 - bits);
    }

    public int maximum() {
        return maximum;
    }

    /**
     * The length of the chunk that starts at {@code from}. {@code to - from} must be at least {@link #maximum}
     * unless the content ends at {@code to}; then the rest may be the last chunk.
     */
    public int cut(byte[] bytes, int from, int to) {
        int available = Math.min(to - from, maximum);
        if (available <= minimum) {
            return available;
        }
        int middle = from + Math.min(average, available);
        int end = from + available;
        long hash = 0;
        int at = from + minimum;
        // The hash sees 64 bytes before the first possible cut, so that a cut depends on content alone.
        for (int i = Math.max(from, at - 64); i < at; i++) {
            hash = (hash << 1) + gear[bytes[i] & 0xff];
        }
        for (; at < middle; at++) {
            hash = (hash << 1) + gear[bytes[at] & 0xff];
            if ((hash & strict) == 0) {
                return at + 1 - from;
            }
        }
        for (; at < end; at++) {
            hash = (hash << 1) + gear[bytes[at] & 0xff];
            if ((hash & loose) == 0) {
                return at + 1 - from;
            }
        }
        return available;
    }
}
