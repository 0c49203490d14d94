/**
 * XXH64, the checksum inside zstd frames (RFC 8878, 3.1.1; the algorithm: 'xxHash fast digest algorithm' by Yann
 * Collet, doc/xxhash_spec.md of that project).
 *
 * <p>Four lanes of 64 bits take eight bytes each in turn; what is left over is mixed in by eights, a four and ones,
 * and the result is stirred ('avalanche') so that every bit of the input reaches every bit of the sum. It finds
 * accidents, not enemies: those are kept out by the AEAD around the frame. The seed of zstd is zero.
 */
final class XxHash64 {
    private static final long P1 = 0x9E3779B185EBCA87L;
    private static final long P2 = 0xC2B2AE3D27D4EB4FL;
    private static final long P3 = 0x165667B19E3779F9L;
    private static final long P4 = 0x85EBCA77C2B2AE63L;
    private static final long P5 = 0x27D4EB2F165667C5L;

    private XxHash64() {}

    /** The sum, with seed zero, of {@code length} bytes. */
    static long of(byte[] data, int from, int length) {
        int at = from;
        int end = from + length;
        long hash = P5;
        if (length >= 32) {
            long a = P1 + P2;
            long b = P2;
            long c = 0;
            long d = -P1;
            for (; at <= end - 32; at += 32) {
                a = round(a, Little.u64(data, at));
                b = round(b, Little.u64(data, at + 8));
                c = round(c, Little.u64(data, at + 16));
                d = round(d, Little.u64(data, at + 24));
            }
            hash = Long.rotateLeft(a, 1) + Long.rotateLeft(b, 7) + Long.rotateLeft(c, 12) + Long.rotateLeft(d, 18);
            hash = merge(merge(merge(merge(hash, a), b), c), d);
        }
        hash += length;
        for (; at <= end - 8; at += 8) {
            hash = Long.rotateLeft(hash ^ round(0, Little.u64(data, at)), 27) * P1 + P4;
        }
        if (at <= end - 4) {
            hash = Long.rotateLeft(hash ^ Little.u32(data, at) * P1, 23) * P2 + P3;
            at += 4;
        }
        for (; at < end; at++) {
            hash = Long.rotateLeft(hash ^ (data[at] & 0xff) * P5, 11) * P1;
        }
        return avalanche(hash);
    }

    private static long round(long lane, long input) {
        return Long.rotateLeft(lane + input * P2, 31) * P1;
    }

    private static long merge(long hash, long lane) {
        return (hash ^ round(0, lane)) * P1 + P4;
    }

    private static long avalanche(long hash) {
        hash = (hash ^ hash >>> 33) * P2;
        hash = (hash ^ hash >>> 29) * P3;
        return hash ^ hash >>> 32;
    }
}
