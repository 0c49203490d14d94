package holdfast.server.custody;

import holdfast.server.platform.Invalid;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of canonical facts: what a signature binds.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(String hex) {

    public Digest {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new Invalid("refused.digest-form");
        }
    }

    /** The digest of a text's UTF-8 bytes. */
    public static Digest of(String canonical) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return new Digest(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
