package holdfast.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** BLAKE2b without a key (RFC 7693): the hash inside {@link Argon2id}, of a few short messages. */
final class Blake2b {
    static final int MOST_BYTES = 64;
    private static final int BLOCK_BYTES = 128;
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long[] START = {
        0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL, 0xa54ff53a5f1d36f1L,
        0x510e527fade682d1L, 0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L
    };
    private static final String[] ORDER = {
        "0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8", "905724afe1bc683d",
        "2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a", "6fe9b308c2d714a5", "a2847615fb9e3cd0"
    };

    private Blake2b() {}

    /** @param length of the hash, 1 to 64 bytes */
    static byte[] hash(byte[] message, int length) {
        long[] state = START.clone();
        state[0] ^= 0x01010000L ^ length;
        int at = 0;
        for (; message.length - at > BLOCK_BYTES; at += BLOCK_BYTES) {
            compress(state, message, at, at + BLOCK_BYTES, false);
        }
        compress(state, Arrays.copyOfRange(message, at, at + BLOCK_BYTES), 0, message.length, true);
        return Arrays.copyOf(bytes(state), length);
    }

    /** The words in the order of the field: the least byte first. */
    static byte[] bytes(long[] words) {
        byte[] bytes = new byte[8 * words.length];
        for (int i = 0; i < words.length; i++) {
            WORD.set(bytes, 8 * i, words[i]);
        }
        return bytes;
    }

    static long word(byte[] bytes, int at) {
        return (long) WORD.get(bytes, at);
    }

    /** @param counted the bytes of the message up to the end of this block */
    private static void compress(long[] state, byte[] message, int at, long counted, boolean last) {
        long[] v = Arrays.copyOf(state, 16);
        System.arraycopy(START, 0, v, 8, 8);
        v[12] ^= counted;
        v[14] ^= last ? -1 : 0;
        for (int round = 0; round < 12; round++) {
            long[] m = new long[16];
            for (int i = 0; i < 16; i++) {
                m[i] = word(message, at + 8 * Character.digit(ORDER[round % 10].charAt(i), 16));
            }
            for (int i = 0; i < 4; i++) {
                mix(v, i, 4 + i, 8 + i, 12 + i, m[2 * i], m[2 * i + 1]);
            }
            for (int i = 0; i < 4; i++) {
                mix(v, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4, m[8 + 2 * i], m[9 + 2 * i]);
            }
        }
        for (int i = 0; i < 8; i++) {
            state[i] ^= v[i] ^ v[8 + i];
        }
    }

    private static void mix(long[] v, int a, int b, int c, int d, long x, long y) {
        v[a] += v[b] + x;
        v[d] = Long.rotateRight(v[d] ^ v[a], 32);
        v[c] += v[d];
        v[b] = Long.rotateRight(v[b] ^ v[c], 24);
        v[a] += v[b] + y;
        v[d] = Long.rotateRight(v[d] ^ v[a], 16);
        v[c] += v[d];
        v[b] = Long.rotateRight(v[b] ^ v[c], 63);
    }
}
