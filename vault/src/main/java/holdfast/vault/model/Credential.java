package holdfast.vault.model;

import holdfast.crypto.Secret;

/** What opens a key slot. The vault does not close the secrets: their owner does. */
public sealed interface Credential {
    /** @param passphrase UTF-8, as typed, without the line's end */
    record Passphrase(Secret passphrase) implements Credential {}

    /** @param key the 32 random bytes that a key file holds */
    record FileKey(Secret key) implements Credential {}
}
