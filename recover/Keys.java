import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * What a key slot gives to whoever opens it ('Key slot' of the format).
 *
 * @param role whose slot it is
 * @param configHash SHA-256 of the config, so that nobody can put another config in its place
 * @param indexKey opens the directories of packs, and index parts
 * @param contentIdKey names chunks of contents; empty for cataloguers
 * @param treeIdKey names chunks of trees and attachments
 * @param catalogueKey opens snapshots and trees; empty for writers
 * @param readKey opens contents; empty for writers and cataloguers
 */
record Keys(
        Role role,
        byte[] configHash,
        byte[] indexKey,
        byte[] contentIdKey,
        byte[] treeIdKey,
        byte[] catalogueKey,
        byte[] readKey) {

    private static final int PASSPHRASE = 1;
    private static final int KEY_FILE = 2;
    private static final String KEY_FILE_WORD = "holdfast-key-1 ";
    private static final int MOST_MEMORY_KIB = 1 << 22;
    private static final int MOST_PASSES = 64;
    private static final int MOST_LANES = 64;

    /** What somebody has in hand: a passphrase as UTF-8, or the 32 bytes of a key file. */
    record Credential(int kind, byte[] secret) {
        static Credential passphrase(byte[] utf8) {
            return new Credential(PASSPHRASE, utf8);
        }

        /** A key file is one line: a word and the secret in base64. */
        static Credential keyFile(String line) throws IOException {
            if (line.startsWith(KEY_FILE_WORD)) {
                try {
                    byte[] secret = Base64.getDecoder()
                            .decode(line.substring(KEY_FILE_WORD.length()).strip());
                    if (secret.length == 32) {
                        return new Credential(KEY_FILE, secret);
                    }
                } catch (IllegalArgumentException e) {
                    // not base64: said below
                }
            }
            throw new IOException("This is no key file: it should be one line, '" + KEY_FILE_WORD + "…'.");
        }
    }

    /** The keys, or null if this slot is for another passphrase or key file. */
    static Keys open(byte[] slot, byte[] vault, Credential credential) throws Damage {
        Cursor in = new Cursor(slot);
        if (!Arrays.equals(vault, Signed.header(in, "HFSLOT"))) {
            throw new Damage("it belongs to another vault");
        }
        Role role = Role.of(in.u8());
        int kind = in.u8();
        in.text(); // the label, for people
        in.take(32); // the key that the holder signs with
        byte[] salt = in.take(16);
        if (kind != credential.kind()) {
            return null;
        }
        byte[] secret = kind == PASSPHRASE ? stretch(in, credential.secret(), salt) : credential.secret();
        byte[] both = Crypto.hkdf(secret, salt, "holdfast slot 1", 64);
        if (!MessageDigest.isEqual(in.take(32), Arrays.copyOfRange(both, 32, 64))) {
            return null;
        }
        byte[] associated = Arrays.copyOf(slot, in.at());
        byte[] sealed = in.blob();
        in.finish();
        return keys(new Cursor(Crypto.open(Arrays.copyOf(both, 32), associated, sealed)), role);
    }

    private static byte[] stretch(Cursor in, byte[] passphrase, byte[] salt) throws Damage {
        long memory = in.u32();
        long passes = in.u32();
        long lanes = in.u32();
        // 4 GiB: 2^29 longs just fit into an array.
        if (memory > MOST_MEMORY_KIB || passes > MOST_PASSES || lanes > MOST_LANES) {
            throw new Damage("it asks for more work than any passphrase is worth");
        }
        if (passes < 1 || lanes < 1 || memory < 8 * lanes) {
            throw new Damage("its parameters of Argon2id are impossible");
        }
        return Argon2id.derive(passphrase, salt, (int) memory, (int) passes, (int) lanes, 32);
    }

    private static Keys keys(Cursor in, Role role) throws Damage {
        if (Role.of(in.u8()) != role) {
            throw new Damage("it is sealed for another role than it says");
        }
        Keys keys = new Keys(role, in.take(32), in.take(32), in.blob(), in.take(32), in.blob(), in.blob());
        in.take(32); // the seed of the holder's own signing key, of no use for reading
        in.finish();
        return keys;
    }
}
