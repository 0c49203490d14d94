package holdfast.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/** HKDF-SHA-256 (RFC 5869): keys out of a secret, one for each purpose. Thread-safe. */
public final class Hkdf {
    private Hkdf() {}

    /**
     * Extract and expand.
     *
     * @param salt public, may be empty
     * @param info the purpose, UTF-8; two purposes never share one
     * @param length of the result in bytes, at most 8160
     */
    public static Secret derive(Secret from, byte[] salt, String info, int length) {
        return derive(from, salt, info.getBytes(UTF_8), length);
    }

    /** As {@link #derive(Secret, byte[], String, int)}, with a purpose of bytes. */
    public static Secret derive(Secret from, byte[] salt, byte[] info, int length) {
        return from.expose(bytes -> {
            try {
                return Secret.owning(KDF.getInstance("HKDF-SHA256")
                        .deriveData(HKDFParameterSpec.ofExtract()
                                .addIKM(bytes)
                                .addSalt(salt)
                                .thenExpand(info, length)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java has no HKDF-SHA256; Holdfast needs Java 25", e);
            }
        });
    }
}
