package holdfast.vault.pack;

import holdfast.crypto.Aead;
import holdfast.crypto.Hkdf;
import holdfast.crypto.NotAuthenticException;
import holdfast.crypto.Secret;
import java.security.SecureRandom;

/** Seals what every role may read under the vault's index key: a fresh key for each object, from 32 random bytes. */
final class IndexSeal {
    static final int SALT_BYTES = 32;

    private final Secret indexKey;

    IndexSeal(Secret indexKey) {
        this.indexKey = indexKey;
    }

    static byte[] salt(SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    byte[] seal(byte[] salt, byte[] header, byte[] plain) {
        return aead(salt).seal(new byte[Aead.NONCE_BYTES], header, plain);
    }

    byte[] open(byte[] salt, byte[] header, byte[] sealed) throws NotAuthenticException {
        return aead(salt).open(new byte[Aead.NONCE_BYTES], header, sealed);
    }

    private Aead aead(byte[] salt) {
        try (Secret key = Hkdf.derive(indexKey, salt, "holdfast index 1", Aead.KEY_BYTES)) {
            return new Aead(key);
        }
    }
}
