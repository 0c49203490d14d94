package holdfast.vault.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import holdfast.crypto.SigningKey;
import holdfast.crypto.VerifyingKey;
import holdfast.vault.codec.Decoder;
import holdfast.vault.codec.Encoder;
import holdfast.vault.codec.MalformedException;
import holdfast.vault.model.Hashes;
import java.security.MessageDigest;

/**
 * The end of every signed object: the signer's Ed25519 key (32 bytes) and its signature (64) over
 * {@code "holdfast signed 1\n"} and the SHA-256 of all bytes before the signature. The magic at the start of the
 * object keeps signatures of different kinds apart.
 */
public final class Signed {
    public static final int BYTES = VerifyingKey.BYTES + SigningKey.SIGNATURE_BYTES;
    private static final byte[] CONTEXT = "holdfast signed 1\n".getBytes(US_ASCII);

    private Signed() {}

    /** The object: what was encoded, the key, the signature. */
    public static byte[] seal(Encoder object, SigningKey key) {
        object.raw(key.verifyingKey().bytes());
        return object.raw(key.sign(message(Hashes.sha256(object.toByteArray()))))
                .toByteArray();
    }

    /** Key and signature for bytes that were digested already, without the key. */
    public static byte[] end(MessageDigest soFar, SigningKey key) {
        byte[] signer = key.verifyingKey().bytes();
        soFar.update(signer);
        return new Encoder(BYTES)
                .raw(signer)
                .raw(key.sign(message(soFar.digest())))
                .toByteArray();
    }

    /** The signer, if the rest of {@code in} is its key and its signature over {@code bytes} up to there. */
    public static VerifyingKey demandEnd(Decoder in, byte[] bytes) throws MalformedException {
        if (in.remaining() != BYTES) {
            throw new MalformedException("a signature should be left, not " + in.remaining() + " bytes");
        }
        MessageDigest digest = Hashes.sha256();
        digest.update(bytes, 0, in.position());
        return demandEnd(in.raw(BYTES), digest);
    }

    /** As above for bytes that were digested already. */
    public static VerifyingKey demandEnd(byte[] end, MessageDigest soFar) throws MalformedException {
        Decoder in = new Decoder(end);
        byte[] signer = in.raw(VerifyingKey.BYTES);
        soFar.update(signer);
        VerifyingKey key;
        try {
            key = VerifyingKey.of(signer);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("the signer's key is none");
        }
        if (!key.verifies(message(soFar.digest()), in.raw(SigningKey.SIGNATURE_BYTES))) {
            throw new MalformedException("its signature does not fit its bytes");
        }
        return key;
    }

    private static byte[] message(byte[] digest) {
        return new Encoder(64).raw(CONTEXT).raw(digest).toByteArray();
    }
}
