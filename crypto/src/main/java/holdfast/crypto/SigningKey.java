package holdfast.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * An Ed25519 key pair (RFC 8032) that signs. Signatures are deterministic: the same message gives the same bytes.
 *
 * <p>The secret is the 32-byte seed of RFC 8032. The public half is computed from it, never given, so that the
 * two cannot differ. Thread-safe, except with {@link #close}.
 */
public final class SigningKey implements AutoCloseable {
    public static final int SEED_BYTES = 32;
    public static final int SIGNATURE_BYTES = 64;

    private final Secret seed;
    private final VerifyingKey verifyingKey;

    private SigningKey(Secret seed, VerifyingKey verifyingKey) {
        this.seed = seed;
        this.verifyingKey = verifyingKey;
    }

    /** A new pair. */
    public static SigningKey generate(SecureRandom random) {
        return of(Secret.random(random, SEED_BYTES));
    }

    /**
     * The pair of this seed.
     *
     * @param seed 32 bytes; taken over: {@link #close} wipes it
     * @throws IllegalArgumentException for another length
     */
    public static SigningKey of(Secret seed) {
        if (seed.length() != SEED_BYTES) {
            throw new IllegalArgumentException("an Ed25519 seed has 32 bytes, not " + seed.length());
        }
        return new SigningKey(seed, VerifyingKey.of(seed.expose(bytes -> publicKey(bytes, LibcryptoKeys.HERE))));
    }

    static byte[] publicKey(byte[] seed, Optional<LibcryptoKeys> library) {
        if (library.isPresent()) {
            return library.get().ed25519PublicKey(seed);
        }
        // The JDK cannot compute a public key from a seed.
        byte[] computed = new byte[VerifyingKey.BYTES];
        Ed25519.generatePublicKey(seed, 0, computed, 0);
        return computed;
    }

    /** The 64-byte signature of {@code message}. */
    public byte[] sign(byte[] message) {
        return seed.expose(bytes -> sign(bytes, message, LibcryptoKeys.HERE));
    }

    static byte[] sign(byte[] seed, byte[] message, Optional<LibcryptoKeys> library) {
        if (library.isPresent()) {
            return library.get().sign(seed, message);
        }
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(privateKey(seed));
            ed25519.update(message);
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 could not sign", e);
        }
    }

    /** The public half. */
    public VerifyingKey verifyingKey() {
        return verifyingKey;
    }

    /** The seed, to be kept in a key store or a file that only its owner can read. Still owned by this object. */
    public Secret seed() {
        return seed;
    }

    /** Wipes the seed. */
    @Override
    public void close() {
        seed.close();
    }

    @Override
    public String toString() {
        return "SigningKey[public half " + verifyingKey + ", secret not shown]";
    }

    private static PrivateKey privateKey(byte[] seed) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
    }
}
