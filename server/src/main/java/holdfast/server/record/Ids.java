package holdfast.server.record;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Random UUIDs from a random source of the caller's choice (RFC 9562, version 4). */
final class Ids {
    private Ids() {}

    /** @param random 16 random bytes; six bits of them are set to version and variant */
    static UUID version4(byte[] random) {
        ByteBuffer bytes = ByteBuffer.wrap(random);
        long high = (bytes.getLong() & ~0xf000L) | 0x4000L;
        long low = (bytes.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
