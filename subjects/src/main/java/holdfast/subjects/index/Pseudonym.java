package holdfast.subjects.index;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * A person under a key: the first 16 bytes of HMAC-SHA-256 over scope and normal form of their identity. The
 * same in every backup under that key; without it nobody can tell who it is, or try names.
 *
 * @param high its first eight bytes, big-endian; {@code low} the others
 */
public record Pseudonym(long high, long low) {
    static final int BYTES = 16;

    /** @param hex 32 hexadecimal digits, as {@link #toString} gives them */
    public static Pseudonym parse(String hex) {
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
        return new Pseudonym(bytes.getLong(), bytes.getLong());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(low);
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
