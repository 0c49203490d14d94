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

    /** One that is fed bit by bit, as fast as {@link #of}. Used by one thread. */
    public static final class Running {
        private final Optional<Libcrypto> library;
        private final byte[] state;
        private final MessageDigest digest;

        public Running() {
            this(Libcrypto.HERE);
        }

        Running(Optional<Libcrypto> library) {
            this.library = library;
            this.state = library.map(Libcrypto::sha256).orElse(new byte[0]);
            this.digest = jdk();
        }

        public void update(byte[] bytes, int from, int length) {
            if (library.isPresent()) {
                library.get().update(state, bytes, from, length);
            } else {
                digest.update(bytes, from, length);
            }
        }

        /** The 32 bytes; nothing may be added afterwards. */
        public byte[] digest() {
            return library.isPresent() ? library.get().digest(state) : digest.digest();
        }
    }

    /** The JDK's own, fed bit by bit, for those who need a {@link MessageDigest}. */
    public static MessageDigest jdk() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
