import java.util.Arrays;

/**
 * Argon2id, version 1.3 (RFC 9106): a key from a passphrase, made slow and large on purpose, so that whoever guesses
 * passphrases pays the same for each guess.
 *
 * <p>The memory is a matrix of blocks of 1024 bytes: one row for each lane, four segments ('slices') in each row. A
 * block is made from the one before it and from another one further back. Which one, is decided in the first half of
 * the first pass by counting (as Argon2i does, so that the pattern of access tells nothing of the passphrase), and from
 * then on by the contents of the block before (as Argon2d does, which cannot be computed with less memory). The last
 * column is added up and hashed into the result. Names of variables are those of the RFC's section 3.
 */
final class Argon2id {
    private static final int WORDS = 128;
    private static final int SLICES = 4;
    private static final int VERSION = 0x13;
    private static final int TYPE_ID = 2;

    private final int passes;
    private final int lanes;
    private final int columns;
    private final int segment;
    private final int memoryKib;
    private final long[] memory;

    private Argon2id(int memoryKib, int passes, int lanes) {
        this.memoryKib = memoryKib;
        this.passes = passes;
        this.lanes = lanes;
        segment = memoryKib / (SLICES * lanes);
        columns = SLICES * segment;
        memory = new long[Math.multiplyExact(Math.multiplyExact(lanes, columns), WORDS)];
    }

    /**
     * A key of {@code length} bytes.
     *
     * @param memoryKib at least 8 for each lane
     */
    static byte[] derive(byte[] passphrase, byte[] salt, int memoryKib, int passes, int lanes, int length) {
        return new Argon2id(memoryKib, passes, lanes).run(passphrase, salt, length);
    }

    private byte[] run(byte[] passphrase, byte[] salt, int length) {
        byte[] h0 = Blake2b.hash(
                64,
                Little.bytes(lanes),
                Little.bytes(length),
                Little.bytes(memoryKib),
                Little.bytes(passes),
                Little.bytes(VERSION),
                Little.bytes(TYPE_ID),
                Little.bytes(passphrase.length),
                passphrase,
                Little.bytes(salt.length),
                salt,
                Little.bytes(0), // no secret of the server's
                Little.bytes(0)); // no associated data
        for (int lane = 0; lane < lanes; lane++) {
            for (int column = 0; column < 2; column++) {
                byte[] first = longHash(8 * WORDS, h0, Little.bytes(column), Little.bytes(lane));
                for (int w = 0; w < WORDS; w++) {
                    memory[at(lane, column) + w] = Little.u64(first, 8 * w);
                }
            }
        }
        for (int pass = 0; pass < passes; pass++) {
            for (int slice = 0; slice < SLICES; slice++) {
                for (int lane = 0; lane < lanes; lane++) {
                    fill(pass, slice, lane);
                }
            }
        }
        byte[] last = new byte[8 * WORDS];
        for (int w = 0; w < WORDS; w++) {
            long sum = 0;
            for (int lane = 0; lane < lanes; lane++) {
                sum ^= memory[at(lane, columns - 1) + w];
            }
            Little.putU64(last, 8 * w, sum);
        }
        Arrays.fill(memory, 0);
        return longHash(length, last);
    }

    private int at(int lane, int column) {
        return (lane * columns + column) * WORDS;
    }

    /** One segment of one lane. */
    private void fill(int pass, int slice, int lane) {
        boolean counted = pass == 0 && slice < SLICES / 2;
        long[] input = new long[WORDS];
        long[] addresses = new long[WORDS];
        long[] counter = {pass, lane, slice, (long) lanes * columns, passes, TYPE_ID, 0};
        for (int i = pass == 0 && slice == 0 ? 2 : 0; i < segment; i++) {
            int column = slice * segment + i;
            int before = at(lane, column == 0 ? columns - 1 : column - 1);
            if (counted && (i % WORDS == 0 || i == 2 && slice == 0)) {
                counter[6] = i / WORDS + 1;
                nextAddresses(counter, input, addresses);
            }
            long random = counted ? addresses[i % WORDS] : memory[before];
            int other = reference(pass, slice, lane, i, random);
            compress(memory, before, memory, other, memory, at(lane, column), pass > 0);
        }
    }

    /** 3.4.1.2: 128 numbers by encrypting a counter. */
    private static void nextAddresses(long[] counter, long[] input, long[] addresses) {
        long[] zero = new long[WORDS];
        System.arraycopy(counter, 0, input, 0, counter.length);
        compress(zero, 0, input, 0, addresses, 0, false);
        compress(zero, 0, addresses.clone(), 0, addresses, 0, false);
    }

    /** 3.4.2: where the other block lies; later blocks are likelier than early ones. */
    private int reference(int pass, int slice, int lane, int i, long random) {
        int from = pass == 0 && slice == 0 ? lane : (int) ((random >>> 32) % lanes);
        boolean same = from == lane;
        int done = pass == 0 ? slice * segment : columns - segment;
        int area = same ? done + i - 1 : done - (i == 0 ? 1 : 0);
        long j1 = random & 0xffffffffL;
        long x = j1 * j1 >>> 32;
        long y = area * x >>> 32;
        long relative = area - 1 - y;
        int start = pass == 0 || slice == SLICES - 1 ? 0 : (slice + 1) * segment;
        return at(from, (int) ((start + relative) % columns));
    }

    /** 3.5: G mixes two blocks into one, by rows and then by columns of an 8 by 8 matrix of 16-byte cells. */
    private static void compress(long[] x, int xAt, long[] y, int yAt, long[] out, int outAt, boolean add) {
        long[] r = new long[WORDS];
        for (int w = 0; w < WORDS; w++) {
            r[w] = x[xAt + w] ^ y[yAt + w];
        }
        long[] q = r.clone();
        for (int row = 0; row < 8; row++) {
            permute(q, 16 * row, 2);
        }
        for (int column = 0; column < 8; column++) {
            permute(q, 2 * column, 16);
        }
        for (int w = 0; w < WORDS; w++) {
            out[outAt + w] = r[w] ^ q[w] ^ (add ? out[outAt + w] : 0);
        }
    }

    /** 3.6: P, a round of BLAKE2b with multiplications; eight cells of two words, {@code step} words apart. */
    private static void permute(long[] q, int from, int step) {
        int[] v = new int[16];
        for (int i = 0; i < 16; i++) {
            v[i] = from + i / 2 * step + i % 2;
        }
        for (int i = 0; i < 4; i++) {
            quarter(q, v[i], v[4 + i], v[8 + i], v[12 + i]);
        }
        for (int i = 0; i < 4; i++) {
            quarter(q, v[i], v[4 + (i + 1) % 4], v[8 + (i + 2) % 4], v[12 + (i + 3) % 4]);
        }
    }

    private static void quarter(long[] q, int a, int b, int c, int d) {
        q[a] = plus(q[a], q[b]);
        q[d] = Long.rotateRight(q[d] ^ q[a], 32);
        q[c] = plus(q[c], q[d]);
        q[b] = Long.rotateRight(q[b] ^ q[c], 24);
        q[a] = plus(q[a], q[b]);
        q[d] = Long.rotateRight(q[d] ^ q[a], 16);
        q[c] = plus(q[c], q[d]);
        q[b] = Long.rotateRight(q[b] ^ q[c], 63);
    }

    private static long plus(long a, long b) {
        return a + b + 2 * (a & 0xffffffffL) * (b & 0xffffffffL);
    }

    /** 3.3: H', BLAKE2b stretched to any length: each hash but the last gives its first half. */
    private static byte[] longHash(int length, byte[]... parts) {
        byte[][] all = new byte[parts.length + 1][];
        all[0] = Little.bytes(length);
        System.arraycopy(parts, 0, all, 1, parts.length);
        if (length <= 64) {
            return Blake2b.hash(length, all);
        }
        byte[] out = new byte[length];
        byte[] v = Blake2b.hash(64, all);
        int at = 0;
        while (length - at > 64) {
            System.arraycopy(v, 0, out, at, 32);
            at += 32;
            v = Blake2b.hash(Math.min(64, length - at), v);
        }
        System.arraycopy(v, 0, out, at, length - at);
        return out;
    }
}
