package holdfast.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The public half of an Ed25519 key pair (RFC 8032): says whether a signature is that of its {@link SigningKey}.
 *
 * <p>Its bytes are the 32 of RFC 8032, without any wrapping. Immutable and thread-safe.
 */
public final class VerifyingKey {
    public static final int BYTES = 32;

    /** The DER header of a SubjectPublicKeyInfo for Ed25519 (RFC 8410); the 32 bytes follow it. */
    private static final byte[] SPKI_HEADER = HexFormat.of().parseHex("302a300506032b6570032100");

    private final byte[] bytes;

    private VerifyingKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @param bytes the 32 bytes of RFC 8032; copied. Bytes that are no point of the curve make a key that verifies
     *     nothing.
     * @throws IllegalArgumentException for another length
     */
    public static VerifyingKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("an Ed25519 public key has 32 bytes, not " + bytes.length);
        }
        return new VerifyingKey(bytes.clone());
    }

    /** True only for the {@link SigningKey}'s signature of exactly this message; never throws for bad input. */
    public boolean verifies(byte[] message, byte[] signature) {
        return verifies(message, signature, LibcryptoKeys.HERE);
    }

    boolean verifies(byte[] message, byte[] signature, Optional<LibcryptoKeys> library) {
        if (signature.length != SigningKey.SIGNATURE_BYTES) {
            return false;
        }
        if (library.isPresent()) {
            return library.get().verifies(bytes, message, signature);
        }
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(concat(SPKI_HEADER, bytes))));
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** As {@link #verifies}, for callers to whom a wrong signature is an error. */
    public void demand(byte[] message, byte[] signature) throws NotAuthenticException {
        if (!verifies(message, signature)) {
            throw new NotAuthenticException("the signature is not that of key " + this);
        }
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The bytes in base64: a public key is no secret. */
    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] concat(byte[] head, byte[] tail) {
        byte[] whole = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, whole, head.length, tail.length);
        return whole;
    }
}
