package holdfast.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The private half of a {@link HybridRecipient}: unwraps what was wrapped for it. Thread-safe until closed.
 */
public final class HybridIdentity implements AutoCloseable {
    /** The length of the encoding: X25519 key (32), ML-KEM-768 decapsulation key as FIPS 203 has it (2400). */
    public static final int ENCODED_BYTES = KemKeys.X_BYTES + KemKeys.ML_PRIVATE_BYTES;

    private final Secret encoded;
    private final HybridRecipient recipient;

    private HybridIdentity(Secret encoded, HybridRecipient recipient) {
        this.encoded = encoded;
        this.recipient = recipient;
    }

    public static HybridIdentity generate(SecureRandom random) {
        byte[] x = KemKeys.newX25519(random);
        var ml = KemKeys.newMlKem(random);
        byte[] secret = KemKeys.join(x, KemKeys.raw(ml.getPrivate(), KemKeys.ML_PRIVATE_BYTES));
        byte[] open = KemKeys.join(KemKeys.xPublicOf(x), KemKeys.raw(ml.getPublic(), KemKeys.ML_PUBLIC_BYTES));
        Arrays.fill(x, (byte) 0);
        return new HybridIdentity(Secret.owning(secret), HybridRecipient.of(open));
    }

    /**
     * @param encoded as {@link #encoded()} gave it; taken over
     * @throws IllegalArgumentException for another length
     */
    public static HybridIdentity of(Secret encoded, HybridRecipient recipient) {
        if (encoded.length() != ENCODED_BYTES) {
            throw new IllegalArgumentException("an identity has " + ENCODED_BYTES + " bytes");
        }
        return new HybridIdentity(encoded, recipient);
    }

    public HybridRecipient recipient() {
        return recipient;
    }

    /** The private key, for sealing it elsewhere; a copy that the caller closes. */
    public Secret encoded() {
        return encoded.expose(Secret::copyOf);
    }

    /**
     * The wrapped secret.
     *
     * @throws NotAuthenticException if the bytes were changed, or wrapped for somebody else or for another purpose
     */
    public Secret unwrap(byte[] wrapped, String purpose) throws NotAuthenticException {
        if (wrapped.length != HybridRecipient.WRAPPED_BYTES) {
            throw new NotAuthenticException("a wrapped secret has another length");
        }
        int transcriptEnd = KemKeys.X_BYTES + KemKeys.ML_CIPHERTEXT_BYTES;
        byte[] transcript = Arrays.copyOf(wrapped, transcriptEnd);
        byte[] commitment = Arrays.copyOfRange(wrapped, transcriptEnd, transcriptEnd + 32);
        byte[] sealed = Arrays.copyOfRange(wrapped, transcriptEnd + 32, wrapped.length);
        try (Secret both = agree(transcript, purpose)) {
            if (!both.expose(b -> MessageDigest.isEqual(Arrays.copyOfRange(b, 32, 64), commitment))) {
                throw new NotAuthenticException("the secret was wrapped for another key");
            }
            Aead aead = new Aead(both.expose(b -> Secret.owning(Arrays.copyOf(b, 32))));
            return Secret.owning(aead.open(new byte[Aead.NONCE_BYTES], commitment, sealed));
        }
    }

    private Secret agree(byte[] transcript, String purpose) throws NotAuthenticException {
        byte[] ephemeral = Arrays.copyOf(transcript, KemKeys.X_BYTES);
        byte[] ciphertext = Arrays.copyOfRange(transcript, KemKeys.X_BYTES, transcript.length);
        try {
            byte[] own = encoded.expose(b -> Arrays.copyOf(b, KemKeys.X_BYTES));
            byte[] xShared = KemKeys.agree(own, ephemeral);
            Arrays.fill(own, (byte) 0);
            byte[] mlShared = KemKeys.decapsulate(
                    encoded.expose(b -> KemKeys.mlPrivate(Arrays.copyOfRange(b, KemKeys.X_BYTES, b.length))),
                    ciphertext);
            return recipient.combine(xShared, mlShared, transcript, purpose);
        } catch (GeneralSecurityException e) {
            throw new NotAuthenticException("the bytes are not a wrapped secret");
        }
    }

    @Override
    public void close() {
        encoded.close();
    }

    @Override
    public String toString() {
        return "HybridIdentity[not shown]";
    }
}
