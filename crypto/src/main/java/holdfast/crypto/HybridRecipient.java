package holdfast.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.KEM;

/**
 * Somebody to whom a 32-byte secret can be wrapped: an X25519 key and an ML-KEM-768 key (FIPS 203), both of which
 * must be broken to unwrap it.
 *
 * <p>Wrapped bytes are {@code ephemeral X25519 key (32) | ML-KEM ciphertext (1088) | commitment (32) | sealed
 * secret (48)}. Key and commitment are HKDF-SHA-256 over {@code X25519 secret | ML-KEM secret}, with the SHA-256
 * of ephemeral key, ciphertext and recipient as salt and the purpose as info; the commitment makes it
 * impossible to make bytes that open under two keys. Thread-safe.
 */
public final class HybridRecipient {
    /** The length of {@link #encoded()}: X25519 key (32) and ML-KEM-768 encapsulation key (1184). */
    public static final int ENCODED_BYTES = KemKeys.X_BYTES + KemKeys.ML_PUBLIC_BYTES;

    /** The length of what {@link #wrap} gives. */
    public static final int WRAPPED_BYTES = KemKeys.X_BYTES + KemKeys.ML_CIPHERTEXT_BYTES + 32 + 48;

    private final byte[] encoded;

    private HybridRecipient(byte[] encoded) {
        this.encoded = encoded;
    }

    /** @throws IllegalArgumentException for another length than {@link #ENCODED_BYTES} */
    public static HybridRecipient of(byte[] encoded) {
        if (encoded.length != ENCODED_BYTES) {
            throw new IllegalArgumentException("a recipient has " + ENCODED_BYTES + " bytes, not " + encoded.length);
        }
        return new HybridRecipient(encoded.clone());
    }

    /** X25519 key, then ML-KEM-768 encapsulation key. Public. */
    public byte[] encoded() {
        return encoded.clone();
    }

    /**
     * Wraps a secret for this recipient.
     *
     * @param secret 32 bytes
     * @param purpose what the secret is for; unwrapping asks for the same
     */
    public byte[] wrap(Secret secret, String purpose, SecureRandom random) {
        try {
            byte[] xPublic = Arrays.copyOf(encoded, KemKeys.X_BYTES);
            byte[] ephemeral = KemKeys.newX25519(random);
            byte[] ephemeralPublic = KemKeys.xPublicOf(ephemeral);
            byte[] xShared = KemKeys.agree(ephemeral, xPublic);
            Arrays.fill(ephemeral, (byte) 0);
            KEM.Encapsulated kem = KEM.getInstance("ML-KEM")
                    .newEncapsulator(
                            KemKeys.mlPublic(Arrays.copyOfRange(encoded, KemKeys.X_BYTES, encoded.length)), random)
                    .encapsulate();
            byte[] transcript = KemKeys.join(ephemeralPublic, kem.encapsulation());
            try (Secret both = combine(xShared, kem.key().getEncoded(), transcript, purpose)) {
                Secret key = both.expose(b -> Secret.owning(Arrays.copyOf(b, 32)));
                byte[] commitment = both.expose(b -> Arrays.copyOfRange(b, 32, 64));
                byte[] sealed = secret.expose(b -> new Aead(key).seal(new byte[Aead.NONCE_BYTES], commitment, b));
                return KemKeys.join(transcript, commitment, sealed);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not wrap for a recipient", e);
        }
    }

    /** 64 bytes: a key and a commitment to it. */
    Secret combine(byte[] xShared, byte[] mlShared, byte[] transcript, String purpose) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(transcript);
        digest.update(encoded);
        try (Secret shared = Secret.owning(KemKeys.join(xShared, mlShared))) {
            return Hkdf.derive(shared, digest.digest(), "holdfast hybrid 1 " + purpose, 64);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HybridRecipient that && Arrays.equals(encoded, that.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }
}
