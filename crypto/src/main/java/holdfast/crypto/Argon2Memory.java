package holdfast.crypto;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The memory of {@link Argon2id} and what fills it; names are those of RFC 9106, section 3. A matrix of blocks of 1 KiB:
 * a row for each lane, in four slices. Lanes look at one another only in slices that are done, so the lanes of a slice
 * are filled by threads of their own.
 */
final class Argon2Memory {
    private static final int WORDS = 128;
    private static final int SLICES = 4;
    private static final int TYPE_ID = 2;

    private final int passes;
    private final int lanes;
    private final int segment;
    private final int columns;
    private final long[] blocks;

    /** @param start H0, of which the first two blocks of each lane are made */
    Argon2Memory(int memoryKib, int passes, int lanes, byte[] start) {
        this.passes = passes;
        this.lanes = lanes;
        this.segment = memoryKib / (SLICES * lanes);
        this.columns = SLICES * segment;
        this.blocks = new long[Math.multiplyExact(Math.multiplyExact(lanes, columns), WORDS)];
        for (int lane = 0; lane < lanes; lane++) {
            for (int column = 0; column < 2; column++) {
                byte[] first = Argon2id.longHash(8 * WORDS, start, Argon2id.le32(column), Argon2id.le32(lane));
                for (int w = 0; w < WORDS; w++) {
                    blocks[at(lane, column) + w] = Blake2b.word(first, 8 * w);
                }
            }
        }
    }

    /** Fills all, pass after pass; returns the sum of the last column, and wipes the rest. */
    byte[] fill() {
        for (int pass = 0; pass < passes; pass++) {
            for (int slice = 0; slice < SLICES; slice++) {
                int p = pass;
                int s = slice;
                IntStream.range(0, lanes).parallel().forEach(lane -> fill(p, s, lane));
            }
        }
        long[] sum = new long[WORDS];
        for (int lane = 0; lane < lanes; lane++) {
            for (int w = 0; w < WORDS; w++) {
                sum[w] ^= blocks[at(lane, columns - 1) + w];
            }
        }
        Arrays.fill(blocks, 0);
        return Blake2b.bytes(sum);
    }

    private int at(int lane, int column) {
        return (lane * columns + column) * WORDS;
    }

    /**
     * One slice of one lane. Which other block a block is mixed with is counted in the first half of the first pass (as
     * Argon2i does, so that it tells nothing of the passphrase), and afterwards told by the block before (Argon2d).
     */
    private void fill(int pass, int slice, int lane) {
        boolean counted = pass == 0 && slice < SLICES / 2;
        Mixer mixer = new Mixer();
        long[] counter = {pass, lane, slice, (long) lanes * columns, passes, TYPE_ID, 0};
        long[] addresses = new long[WORDS];
        for (int i = pass == 0 && slice == 0 ? 2 : 0; i < segment; i++) {
            int column = slice * segment + i;
            int before = at(lane, column == 0 ? columns - 1 : column - 1);
            if (counted && (i % WORDS == 0 || counter[6] == 0)) {
                counter[6]++;
                mixer.addresses(counter, addresses);
            }
            long random = counted ? addresses[i % WORDS] : blocks[before];
            mixer.mix(blocks, before, reference(pass, slice, lane, i, random), at(lane, column), pass > 0);
        }
    }

    /** Section 3.4.2: where the other block lies; younger blocks are likelier than old ones. */
    private int reference(int pass, int slice, int lane, int i, long random) {
        int from = pass == 0 && slice == 0 ? lane : (int) ((random >>> 32) % lanes);
        int done = pass == 0 ? slice * segment : columns - segment;
        int area = from == lane ? done + i - 1 : done - (i == 0 ? 1 : 0);
        long j1 = random & 0xffffffffL;
        long back = (area * ((j1 * j1) >>> 32)) >>> 32;
        long relative = area - 1 - back;
        int start = pass == 0 || slice == SLICES - 1 ? 0 : (slice + 1) * segment;
        return at(from, (int) ((start + relative) % columns));
    }

    /** Section 3.5: G, which mixes two blocks into one. Used by one thread. */
    private static final class Mixer {
        private final long[] r = new long[WORDS];
        private final long[] q = new long[WORDS];

        void mix(long[] blocks, int x, int y, int into, boolean add) {
            for (int w = 0; w < WORDS; w++) {
                r[w] = blocks[x + w] ^ blocks[y + w];
            }
            permute();
            for (int w = 0; w < WORDS; w++) {
                blocks[into + w] = add ? blocks[into + w] ^ r[w] ^ q[w] : r[w] ^ q[w];
            }
        }

        /** Section 3.4.1.2: 128 numbers, a counter mixed twice with nothing. */
        void addresses(long[] counter, long[] addresses) {
            Arrays.fill(addresses, 0);
            System.arraycopy(counter, 0, addresses, 0, counter.length);
            for (int i = 0; i < 2; i++) {
                System.arraycopy(addresses, 0, r, 0, WORDS);
                permute();
                for (int w = 0; w < WORDS; w++) {
                    addresses[w] = r[w] ^ q[w];
                }
            }
        }

        /** {@code q} becomes {@code r}, stirred by the rows and then by the columns of 8 by 8 cells of two words. */
        private void permute() {
            System.arraycopy(r, 0, q, 0, WORDS);
            for (int row = 0; row < 8; row++) {
                round(16 * row, 2);
            }
            for (int column = 0; column < 8; column++) {
                round(2 * column, 16);
            }
        }

        /** Section 3.6: P, a round of BLAKE2b, on eight cells that lie {@code step} words apart. */
        private void round(int a, int step) {
            int b = a + step;
            int c = b + step;
            int d = c + step;
            int e = d + step;
            int f = e + step;
            int g = f + step;
            int h = g + step;
            quarter(a, c, e, g);
            quarter(a + 1, c + 1, e + 1, g + 1);
            quarter(b, d, f, h);
            quarter(b + 1, d + 1, f + 1, h + 1);
            quarter(a, c + 1, f, h + 1);
            quarter(a + 1, d, f + 1, g);
            quarter(b, d + 1, e, g + 1);
            quarter(b + 1, c, e + 1, h);
        }

        /** The words are taken into variables first: the first compiler looks at each array access anew. */
        private void quarter(int ia, int ib, int ic, int id) {
            long[] v = q;
            long a = v[ia];
            long b = v[ib];
            long c = v[ic];
            long d = v[id];
            a = plus(a, b);
            d = Long.rotateRight(d ^ a, 32);
            c = plus(c, d);
            b = Long.rotateRight(b ^ c, 24);
            a = plus(a, b);
            d = Long.rotateRight(d ^ a, 16);
            c = plus(c, d);
            b = Long.rotateRight(b ^ c, 63);
            v[ia] = a;
            v[ib] = b;
            v[ic] = c;
            v[id] = d;
        }

        private static long plus(long a, long b) {
            return a + b + 2 * (a & 0xffffffffL) * (b & 0xffffffffL);
        }
    }
}
