package holdfast.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A PKCS#11 token through the JDK's SunPKCS11: AES keys that are made in it, never leave it, and can be deleted.
 * Guarded by its key store's lock.
 */
final class HsmToken {
    /**
     * Never CKA_TOKEN = true here: the provider would keep a second, unlabelled copy of each key in the token, and
     * a deleted key would not be gone. {@link KeyStore#setKeyEntry} alone makes a key lasting.
     */
    private static final String ATTRIBUTES = """
            attributes(generate, CKO_SECRET_KEY, CKK_AES) = {
              CKA_SENSITIVE = true
              CKA_EXTRACTABLE = false
              CKA_ENCRYPT = true
              CKA_DECRYPT = true
            }
            """;

    private final Provider provider;
    private final KeyStore token;

    private HsmToken(Provider provider, KeyStore token) {
        this.provider = provider;
        this.token = token;
    }

    /**
     * Opens the token in a slot.
     *
     * @param library the vendor's PKCS#11 module
     * @param slot its place in the module's list of slots with tokens, from 0
     * @throws IOException if the module or token cannot be opened, or the PIN is wrong
     */
    static HsmToken open(Path library, int slot, Secret pin) throws IOException {
        Provider base = Security.getProvider("SunPKCS11");
        if (base == null) {
            throw new IOException("this Java has no SunPKCS11 provider");
        }
        String config =
                "--name=holdfast" + slot + "\nlibrary=" + library + "\nslotListIndex=" + slot + "\n" + ATTRIBUTES;
        try {
            Provider provider = base.configure(config);
            KeyStore token = KeyStore.getInstance("PKCS11", provider);
            char[] typed = pin.expose(bytes -> new String(bytes, UTF_8).toCharArray());
            try {
                token.load(new ByteArrayInputStream(new byte[0]), typed);
            } finally {
                Arrays.fill(typed, ' ');
            }
            return new HsmToken(provider, token);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IOException("the PKCS#11 module " + library + " cannot be opened: " + e.getMessage(), e);
        }
    }

    boolean has(String label) throws IOException {
        try {
            return token.containsAlias(label);
        } catch (GeneralSecurityException e) {
            throw failed("looked for key " + label, e);
        }
    }

    /** Makes a key inside the token. */
    void make(String label) throws IOException {
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
            generator.init(256);
            SecretKey key = generator.generateKey();
            token.setKeyEntry(label, key, null, null);
        } catch (GeneralSecurityException e) {
            throw failed("made key " + label, e);
        }
    }

    /** Deletes a key from the token; afterwards nothing sealed with it opens any more. */
    void delete(String label) throws IOException {
        try {
            if (token.containsAlias(label)) {
                token.deleteEntry(label);
            }
            if (token.containsAlias(label)) {
                throw new IOException("the token still has key " + label + " after deleting it");
            }
        } catch (GeneralSecurityException e) {
            throw failed("deleted key " + label, e);
        }
    }

    byte[] seal(String label, byte[] nonce, byte[] about, byte[] plain) throws IOException {
        try {
            return cipher(Cipher.ENCRYPT_MODE, label, nonce, about).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw failed("sealed with key " + label, e);
        }
    }

    byte[] open(String label, byte[] nonce, byte[] about, byte[] sealed) throws IOException, NotAuthenticException {
        try {
            return cipher(Cipher.DECRYPT_MODE, label, nonce, about).doFinal(sealed);
        } catch (AEADBadTagException e) {
            throw new NotAuthenticException("the bytes were changed, or the key is not theirs");
        } catch (GeneralSecurityException | ProviderException e) {
            throw new NotAuthenticException("the token does not open it: " + e.getMessage());
        }
    }

    private Cipher cipher(int mode, String label, byte[] nonce, byte[] about)
            throws GeneralSecurityException, IOException {
        Key key = token.getKey(label, null);
        if (key == null) {
            throw new IOException("the token has no key " + label);
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", provider);
        cipher.init(mode, key, new GCMParameterSpec(8 * Aead.TAG_BYTES, nonce));
        cipher.updateAAD(about);
        return cipher;
    }

    private static IOException failed(String what, Exception cause) {
        return new IOException("the token failed when it " + what + ": " + cause.getMessage(), cause);
    }
}
