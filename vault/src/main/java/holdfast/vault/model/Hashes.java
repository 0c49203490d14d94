package holdfast.vault.model;

import holdfast.crypto.Sha256;
import java.security.MessageDigest;
import java.util.List;

/** SHA-256, which names objects. */
public final class Hashes {
    private Hashes() {}

    /** One that is fed bit by bit. */
    public static MessageDigest sha256() {
        return Sha256.jdk();
    }

    public static byte[] sha256(byte[] bytes) {
        return Sha256.of(bytes);
    }

    /** Of arrays one behind another. */
    public static byte[] sha256(List<byte[]> parts) {
        return Sha256.of(parts);
    }
}
