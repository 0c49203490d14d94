import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KEM;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The cryptography of the vault, all of it from the JDK: SHA-256, HMAC-SHA-256 (RFC 2104), HKDF-SHA-256 (RFC 5869),
 * AES-256-GCM (NIST SP 800-38D), Ed25519 (RFC 8032), X25519 (RFC 7748), ML-KEM-768 (FIPS 203). The names are those of
 * the format's 'Conventions'.
 *
 * <p>The JDK takes keys of curves and lattices wrapped in ASN.1; the vault has the bare bytes. The prefixes below are
 * that wrapping, which is the same for every key of a kind.
 */
final class Crypto {
    static final int WRAPPED_BYTES = 32 + 1088 + 32 + 48;

    private static final byte[] NO_NONCE = new byte[12];
    private static final byte[] ED25519_PUBLIC = hex("302a300506032b6570032100");
    private static final byte[] X25519_PUBLIC = hex("302a300506032b656e032100");
    private static final byte[] X25519_PRIVATE = hex("302e020100300506032b656e04220420");
    /** The 2400 bytes of FIPS 203, an octet string within the octet string of PKCS #8 ('expandedKey', RFC 9935). */
    private static final byte[] ML_KEM_768_PRIVATE = hex("30820978020100300b06096086480165030404020482096404820960");

    private Crypto() {}

    static byte[] sha256(byte[]... parts) {
        MessageDigest digest = sha256();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** One that is fed bit by bit. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    static byte[] hmac(byte[] key, byte[] data, int from, int length) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(data, from, length);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    static byte[] hkdf(byte[] secret, byte[] salt, byte[] info, int length) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(secret)
                            .addSalt(salt)
                            .thenExpand(info, length));
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    static byte[] hkdf(byte[] secret, byte[] salt, String info, int length) {
        return hkdf(secret, salt, utf8(info), length);
    }

    /** Opens what was sealed under this key; every key seals one message, so the nonce is zeros. */
    static byte[] open(byte[] key, byte[] associated, byte[] sealed) throws Damage {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, NO_NONCE));
            cipher.updateAAD(associated);
            return cipher.doFinal(sealed);
        } catch (GeneralSecurityException e) {
            throw new Damage("its seal is broken: the bytes were changed, or are another key's");
        }
    }

    /** Whether this is the Ed25519 signature of the message by the key of 32 bytes. */
    static boolean signed(byte[] key, byte[] message, byte[] signature) {
        try {
            PublicKey publicKey =
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(join(ED25519_PUBLIC, key)));
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(publicKey);
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /**
     * Unwraps a secret that was wrapped for a recipient: two agreements, of which an enemy would have to break both.
     *
     * @param privateKey X25519 (32) and ML-KEM-768 (2400)
     * @param recipient the public halves (32, 1184)
     */
    static byte[] unwrap(byte[] privateKey, byte[] recipient, byte[] wrapped, String purpose) throws Damage {
        byte[] ephemeral = Arrays.copyOf(wrapped, 32);
        byte[] ciphertext = Arrays.copyOfRange(wrapped, 32, 1120);
        byte[] commitment = Arrays.copyOfRange(wrapped, 1120, 1152);
        byte[] sealed = Arrays.copyOfRange(wrapped, 1152, WRAPPED_BYTES);
        byte[] shared = join(
                x25519(Arrays.copyOf(privateKey, 32), ephemeral),
                mlKem(Arrays.copyOfRange(privateKey, 32, privateKey.length), ciphertext));
        byte[] salt = sha256(ephemeral, ciphertext, recipient);
        byte[] both = hkdf(shared, salt, "holdfast hybrid 1 " + purpose, 64);
        if (!MessageDigest.isEqual(commitment, Arrays.copyOfRange(both, 32, 64))) {
            throw new Damage("a wrapped secret is another recipient's, or was changed");
        }
        return open(Arrays.copyOf(both, 32), commitment, sealed);
    }

    private static byte[] x25519(byte[] privateKey, byte[] publicKey) throws Damage {
        try {
            KeyFactory factory = KeyFactory.getInstance("X25519");
            KeyAgreement agreement = KeyAgreement.getInstance("X25519");
            agreement.init(factory.generatePrivate(new PKCS8EncodedKeySpec(join(X25519_PRIVATE, privateKey))));
            agreement.doPhase(factory.generatePublic(new X509EncodedKeySpec(join(X25519_PUBLIC, publicKey))), true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException e) {
            throw new Damage("a wrapped secret has no proper X25519 key");
        }
    }

    private static byte[] mlKem(byte[] privateKey, byte[] ciphertext) throws Damage {
        try {
            PrivateKey key = KeyFactory.getInstance("ML-KEM-768")
                    .generatePrivate(new PKCS8EncodedKeySpec(join(ML_KEM_768_PRIVATE, privateKey)));
            return KEM.getInstance("ML-KEM")
                    .newDecapsulator(key)
                    .decapsulate(ciphertext)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new Damage("a wrapped secret has no proper ML-KEM-768 ciphertext");
        }
    }

    static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] all = Arrays.copyOf(parts[0], length);
        int at = parts[0].length;
        for (int i = 1; i < parts.length; i++) {
            System.arraycopy(parts[i], 0, all, at, parts[i].length);
            at += parts[i].length;
        }
        return all;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("This Java lacks what the vault needs; use a JDK of version 25 or later.", e);
    }
}
