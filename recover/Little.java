import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Numbers whose lowest byte comes first, as zstd, XXH64, BLAKE2b and Argon2 have them. (The vault's own numbers are
 * the other way round: see {@link Cursor}.)
 */
final class Little {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private Little() {}

    static long u64(byte[] data, int at) {
        return (long) LONG.get(data, at);
    }

    /** 0 to 2^32 - 1. */
    static long u32(byte[] data, int at) {
        return (int) INT.get(data, at) & 0xffffffffL;
    }

    static int u16(byte[] data, int at) {
        return data[at] & 0xff | (data[at + 1] & 0xff) << 8;
    }

    static void putU64(byte[] data, int at, long value) {
        LONG.set(data, at, value);
    }

    /** The four bytes of a number. */
    static byte[] bytes(int value) {
        byte[] four = new byte[4];
        INT.set(four, 0, value);
        return four;
    }
}
