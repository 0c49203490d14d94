package holdfast.crypto;

import java.nio.file.Path;

/** What opens a file key store: something that a person knows, or a file that they keep elsewhere. */
public sealed interface MasterSecret {
    /** A passphrase, stretched by Argon2id; UTF-8 bytes. */
    record Passphrase(Secret text) implements MasterSecret {}

    /**
     * A file of 64 hexadecimal digits, readable by its owner alone.
     *
     * @param file made by {@link FileKeyStore#create} if it does not exist
     */
    record KeyFile(Path file) implements MasterSecret {}
}
