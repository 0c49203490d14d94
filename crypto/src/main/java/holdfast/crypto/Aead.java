package holdfast.crypto;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D) under one key: 12-byte nonces, 16-byte tags.
 *
 * <p>A nonce must never repeat under one key: callers derive a key per object and count, or draw the nonce at
 * random for few messages. GCM does not commit to its key: a header that somebody else may have written needs
 * a commitment beside it. Thread-safe.
 */
public final class Aead {
    public static final int KEY_BYTES = 32;
    public static final int NONCE_BYTES = 12;
    public static final int TAG_BYTES = 16;
    private static final int SLICE_BYTES = 8 << 10;

    private final SecretKeySpec key;
    private final Optional<Libcrypto> library;

    /**
     * @param key 32 bytes; copied, so the caller may close it
     * @throws IllegalArgumentException for another length
     */
    public Aead(Secret key) {
        this(key, Libcrypto.HERE);
    }

    Aead(Secret key, Optional<Libcrypto> library) {
        this.library = library;
        if (key.length() != KEY_BYTES) {
            throw new IllegalArgumentException("an AES-256 key has 32 bytes, not " + key.length());
        }
        this.key = key.expose(bytes -> new SecretKeySpec(bytes, "AES"));
    }

    /** Ciphertext with the tag behind it: {@code plaintext.length + 16} bytes. */
    public byte[] seal(byte[] nonce, byte[] associated, byte[] plaintext) {
        return seal(nonce, associated, plaintext, 0, plaintext.length);
    }

    /** As {@link #seal(byte[], byte[], byte[])} for a part of an array. */
    public byte[] seal(byte[] nonce, byte[] associated, byte[] plaintext, int from, int length) {
        if (library.isPresent()) {
            return library.get().seal(key.getEncoded(), nonce, associated, plaintext, from, length);
        }
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, associated);
            byte[] sealed = new byte[length + TAG_BYTES];
            int done = 0;
            int written = 0;
            // In slices: one long call would run to its end in the interpreter, a hundred times slower.
            for (; length - done > SLICE_BYTES; done += SLICE_BYTES) {
                written += cipher.update(plaintext, from + done, SLICE_BYTES, sealed, written);
            }
            cipher.doFinal(plaintext, from + done, length - done, sealed, written);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM could not encrypt", e);
        }
    }

    /**
     * The plaintext, if every bit of ciphertext, nonce and associated data is as it was sealed.
     *
     * @throws NotAuthenticException if not, or if the key is another one; no plaintext is given out
     */
    public byte[] open(byte[] nonce, byte[] associated, byte[] sealed) throws NotAuthenticException {
        return open(nonce, associated, sealed, 0, sealed.length);
    }

    /** As {@link #open(byte[], byte[], byte[])} for a part of an array. */
    public byte[] open(byte[] nonce, byte[] associated, byte[] sealed, int from, int length)
            throws NotAuthenticException {
        if (library.isPresent()) {
            return library.get()
                    .open(key.getEncoded(), nonce, associated, sealed, from, length)
                    .orElseThrow(Aead::changed);
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, associated).doFinal(sealed, from, length);
        } catch (AEADBadTagException e) {
            throw changed();
        } catch (GeneralSecurityException e) {
            throw new NotAuthenticException("the bytes are not a sealed message");
        }
    }

    private static NotAuthenticException changed() {
        return new NotAuthenticException("the bytes were changed, or the key is not theirs");
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] associated) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }

    @Override
    public String toString() {
        return "Aead[AES-256-GCM]";
    }
}
