import java.util.Arrays;

/**
 * BLAKE2b without a key (RFC 7693), the hash inside Argon2id; any length of result from 1 to 64 bytes.
 *
 * <p>The state is eight words of 64 bits. Each block of 128 bytes is stirred in by twelve rounds of eight 'quarter
 * rounds' over sixteen words, in an order that changes from round to round.
 */
final class Blake2b {
    private static final long[] START = {
        0x6A09E667F3BCC908L, 0xBB67AE8584CAA73BL, 0x3C6EF372FE94F82BL, 0xA54FF53A5F1D36F1L,
        0x510E527FADE682D1L, 0x9B05688C2B3E6C1FL, 0x1F83D9ABFB41BD6BL, 0x5BE0CD19137E2179L
    };
    private static final byte[][] ORDER = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
        {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
        {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
        {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
        {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
        {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
        {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
        {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
        {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
        {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}
    };

    private Blake2b() {}

    /** The hash of the parts one behind another. */
    static byte[] hash(int length, byte[]... parts) {
        byte[] message = join(parts);
        long[] state = START.clone();
        state[0] ^= 0x01010000L ^ length;
        int at = 0;
        for (; message.length - at > 128; at += 128) {
            block(state, message, at, at + 128, false);
        }
        block(state, Arrays.copyOfRange(message, at, at + 128), 0, message.length, true);
        byte[] hash = new byte[64];
        for (int i = 0; i < 8; i++) {
            Little.putU64(hash, 8 * i, state[i]);
        }
        return Arrays.copyOf(hash, length);
    }

    /** @param counted how many bytes of the message have been taken with this block */
    private static void block(long[] state, byte[] message, int at, long counted, boolean last) {
        long[] m = new long[16];
        for (int i = 0; i < 16; i++) {
            m[i] = Little.u64(message, at + 8 * i);
        }
        long[] v = Arrays.copyOf(state, 16);
        System.arraycopy(START, 0, v, 8, 8);
        v[12] ^= counted;
        if (last) {
            v[14] = ~v[14];
        }
        for (int round = 0; round < 12; round++) {
            byte[] s = ORDER[round % 10];
            quarter(v, 0, 4, 8, 12, m[s[0]], m[s[1]]);
            quarter(v, 1, 5, 9, 13, m[s[2]], m[s[3]]);
            quarter(v, 2, 6, 10, 14, m[s[4]], m[s[5]]);
            quarter(v, 3, 7, 11, 15, m[s[6]], m[s[7]]);
            quarter(v, 0, 5, 10, 15, m[s[8]], m[s[9]]);
            quarter(v, 1, 6, 11, 12, m[s[10]], m[s[11]]);
            quarter(v, 2, 7, 8, 13, m[s[12]], m[s[13]]);
            quarter(v, 3, 4, 9, 14, m[s[14]], m[s[15]]);
        }
        for (int i = 0; i < 8; i++) {
            state[i] ^= v[i] ^ v[i + 8];
        }
    }

    private static void quarter(long[] v, int a, int b, int c, int d, long x, long y) {
        v[a] += v[b] + x;
        v[d] = Long.rotateRight(v[d] ^ v[a], 32);
        v[c] += v[d];
        v[b] = Long.rotateRight(v[b] ^ v[c], 24);
        v[a] += v[b] + y;
        v[d] = Long.rotateRight(v[d] ^ v[a], 16);
        v[c] += v[d];
        v[b] = Long.rotateRight(v[b] ^ v[c], 63);
    }

    private static byte[] join(byte[][] parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
