package holdfast.crypto;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.DecapsulateException;
import javax.crypto.KEM;
import javax.crypto.KeyAgreement;

/** X25519 and ML-KEM-768 keys between the JDK's objects and their raw bytes (RFC 7748, FIPS 203). */
final class KemKeys {
    static final int X_BYTES = 32;
    static final int ML_PUBLIC_BYTES = 1184;
    static final int ML_PRIVATE_BYTES = 2400;
    static final int ML_CIPHERTEXT_BYTES = 1088;

    private static final byte[] X_BASE_POINT = Arrays.copyOf(new byte[] {9}, X_BYTES);

    // The DER that the JDK wants in front of the raw bytes.
    private static final byte[] X_PUBLIC = HexFormat.of().parseHex("302a300506032b656e032100");
    private static final byte[] X_PRIVATE = HexFormat.of().parseHex("302e020100300506032b656e04220420");
    private static final byte[] ML_PUBLIC = HexFormat.of().parseHex("308204b2300b0609608648016503040402038204a100");
    private static final byte[] ML_PRIVATE =
            HexFormat.of().parseHex("30820978020100300b06096086480165030404020482096404820960");

    private KemKeys() {}

    /** A private key: any 32 bytes are one. */
    static byte[] newX25519(SecureRandom random) {
        byte[] key = new byte[X_BYTES];
        random.nextBytes(key);
        return key;
    }

    static byte[] xPublicOf(byte[] own) {
        try {
            return agree(own, X_BASE_POINT);
        } catch (GeneralSecurityException e) {
            throw missing("X25519", e);
        }
    }

    static KeyPair newMlKem(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("ML-KEM");
            generator.initialize(NamedParameterSpec.ML_KEM_768, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw missing("ML-KEM", e);
        }
    }

    /** The raw bytes are the end of every encoding used here. */
    static byte[] raw(Key key, int length) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - length, encoded.length);
    }

    static PublicKey mlPublic(byte[] raw) throws GeneralSecurityException {
        return KeyFactory.getInstance("ML-KEM").generatePublic(new X509EncodedKeySpec(join(ML_PUBLIC, raw)));
    }

    static PrivateKey mlPrivate(byte[] raw) {
        return privateKey("ML-KEM", join(ML_PRIVATE, raw));
    }

    private static PrivateKey privateKey(String algorithm, byte[] encoded) {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw missing(algorithm, e);
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    /** @throws GeneralSecurityException if the other's key is of low order: nothing secret comes of it */
    static byte[] agree(byte[] own, byte[] other) throws GeneralSecurityException {
        return agree(own, other, LibcryptoKeys.HERE);
    }

    static byte[] agree(byte[] own, byte[] other, Optional<LibcryptoKeys> library) throws GeneralSecurityException {
        if (library.isPresent()) {
            return library.get().agree(own, other).orElseThrow(() -> new InvalidKeyException("a point of low order"));
        }
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(privateKey("X25519", join(X_PRIVATE, own)));
        PublicKey theirs =
                KeyFactory.getInstance("X25519").generatePublic(new X509EncodedKeySpec(join(X_PUBLIC, other)));
        agreement.doPhase(theirs, true);
        return agreement.generateSecret();
    }

    static byte[] decapsulate(PrivateKey own, byte[] ciphertext) throws GeneralSecurityException {
        try {
            return KEM.getInstance("ML-KEM")
                    .newDecapsulator(own)
                    .decapsulate(ciphertext)
                    .getEncoded();
        } catch (DecapsulateException e) {
            throw new GeneralSecurityException(e);
        }
    }

    static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] joined = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }

    private static IllegalStateException missing(String algorithm, GeneralSecurityException cause) {
        return new IllegalStateException("this Java has no " + algorithm + "; Holdfast needs Java 25", cause);
    }
}
