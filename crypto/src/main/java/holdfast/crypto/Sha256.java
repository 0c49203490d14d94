package holdfast.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/** SHA-256 (FIPS 180-4) of much at once. Thread-safe. */
public final class Sha256 {
    private Sha256() {}

    public static byte[] of(byte[] bytes) {
        return of(List.of(bytes));
    }

    /** Of arrays one behind another. */
    public static byte[] of(List<byte[]> parts) {
        return of(parts, Libcrypto.HERE);
    }

    static byte[] of(List<byte[]> parts, Optional<Libcrypto> library) {
        if (library.isPresent()) {
            byte[] state = library.get().sha256();
            parts.forEach(part -> library.get().update(state, part, 0, part.length));
            return library.get().digest(state);
        }
        MessageDigest digest = jdk();
        parts.forEach(digest::update);
        return digest.digest();
    }

    /** One that is fed bit by bit: the JDK's own. */
    public static MessageDigest jdk() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
