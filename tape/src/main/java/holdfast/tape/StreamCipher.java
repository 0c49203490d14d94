package holdfast.tape;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.crypto.Aead;
import holdfast.crypto.Hkdf;
import holdfast.crypto.NotAuthenticException;
import holdfast.crypto.Secret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The encryption of one cartridge as it was written once: a key derived from the cartridge's key and a fresh salt,
 * a commitment to it, and blocks sealed with AES-256-GCM in the STREAM construction (Hoang, Reyhanitabar, Rogaway,
 * Vizár 2015): the nonce is the block's number and whether it is the last. So a block that was moved, repeated,
 * left out, or taken from another cartridge does not open. One thread at a time.
 */
final class StreamCipher {
    static final int SALT_BYTES = 32;
    static final int COMMITMENT_BYTES = 32;
    /** GCM compiles sooner if it is first fed in slices. */
    private static final int SLICE = 8 * 1024;

    private final byte[] salt;
    private final byte[] commitment;
    private final Aead headerSeal;
    private final SecretKeySpec key;
    private final Cipher cipher;

    private StreamCipher(Secret cartridgeKey, byte[] salt) {
        if (cartridgeKey.length() != Aead.KEY_BYTES) {
            throw new IllegalArgumentException("a cartridge's key has 32 bytes");
        }
        this.salt = salt;
        this.commitment = derive(cartridgeKey, salt, "commitment").expose(byte[]::clone);
        this.headerSeal = new Aead(derive(cartridgeKey, salt, "header"));
        this.key = derive(cartridgeKey, salt, "stream").expose(bytes -> new SecretKeySpec(bytes, "AES"));
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-256-GCM", e);
        }
    }

    /** For a new writing of a cartridge: its salt is fresh, so no nonce repeats under the derived key. */
    static StreamCipher fresh(Secret cartridgeKey, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new StreamCipher(cartridgeKey, salt);
    }

    /** For reading; checks the commitment. */
    static StreamCipher of(Secret cartridgeKey, byte[] headerBlock) throws CartridgeException {
        if (headerBlock.length < SALT_BYTES + COMMITMENT_BYTES + Aead.TAG_BYTES) {
            throw new CartridgeException(CartridgeException.Kind.DAMAGED, "the header (block 2) is too short");
        }
        StreamCipher cipher = new StreamCipher(cartridgeKey, Arrays.copyOf(headerBlock, SALT_BYTES));
        byte[] found = Arrays.copyOfRange(headerBlock, SALT_BYTES, SALT_BYTES + COMMITMENT_BYTES);
        if (!MessageDigest.isEqual(found, cipher.commitment)) {
            throw new CartridgeException(
                    CartridgeException.Kind.WRONG_KEY,
                    "the key is not this cartridge's, or the first 64 bytes of its header (block 2) were changed");
        }
        return cipher;
    }

    byte[] headerBlock(byte[] plain) {
        byte[] sealed = headerSeal.seal(new byte[Aead.NONCE_BYTES], about(), plain);
        return ByteBuffer.allocate(SALT_BYTES + COMMITMENT_BYTES + sealed.length)
                .put(salt)
                .put(commitment)
                .put(sealed)
                .array();
    }

    byte[] openHeader(byte[] headerBlock) throws CartridgeException {
        byte[] sealed = Arrays.copyOfRange(headerBlock, SALT_BYTES + COMMITMENT_BYTES, headerBlock.length);
        try {
            return headerSeal.open(new byte[Aead.NONCE_BYTES], about(), sealed);
        } catch (NotAuthenticException e) {
            throw new CartridgeException(CartridgeException.Kind.DAMAGED, "the header (block 2) was changed");
        }
    }

    /** Seals a block. @return its length, 16 more than {@code length} */
    int seal(long number, boolean last, byte[] plain, int length, byte[] into) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, nonce(number, last));
            int from = 0;
            int to = 0;
            while (length - from > SLICE) {
                to += cipher.update(plain, from, SLICE, into, to);
                from += SLICE;
            }
            return to + cipher.doFinal(plain, from, length - from, into, to);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM could not encrypt", e);
        }
    }

    /** Opens a block. @return its plain length, or -1 if it was changed or belongs elsewhere */
    int open(long number, boolean last, byte[] sealed, int length, byte[] into) {
        if (length < Aead.TAG_BYTES) {
            return -1;
        }
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, nonce(number, last));
            return cipher.doFinal(sealed, 0, length, into, 0);
        } catch (AEADBadTagException e) {
            return -1;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM could not decrypt", e);
        }
    }

    /** 3 zero bytes, the number in 8 bytes big-endian, 1 for the last block. */
    private static GCMParameterSpec nonce(long number, boolean last) {
        byte[] nonce = ByteBuffer.allocate(Aead.NONCE_BYTES)
                .put(new byte[3])
                .putLong(number)
                .put((byte) (last ? 1 : 0))
                .array();
        return new GCMParameterSpec(8 * Aead.TAG_BYTES, nonce);
    }

    private static byte[] about() {
        return CartridgeLabel.FORMAT.getBytes(UTF_8);
    }

    private static Secret derive(Secret from, byte[] salt, String what) {
        return Hkdf.derive(from, salt, CartridgeLabel.FORMAT + "|" + what, 32);
    }
}
