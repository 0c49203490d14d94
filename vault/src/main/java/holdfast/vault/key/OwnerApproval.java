package holdfast.vault.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import holdfast.crypto.SigningKey;
import holdfast.storage.Approval;
import holdfast.vault.codec.Encoder;
import holdfast.vault.model.Hashes;

/**
 * How the owner approves of what a store does not do for everybody: an Ed25519 signature over
 * {@code "holdfast approval 1\n"}, the vault's id and the SHA-256 of the store's words. A store that knows the vault's
 * config can verify it, and needs no other list of whom to believe.
 */
public final class OwnerApproval {
    private static final byte[] CONTEXT = "holdfast approval 1\n".getBytes(US_ASCII);

    private OwnerApproval() {}

    /** @param signing the holder's key; a store believes the owner's alone */
    public static Approval by(VaultConfig config, SigningKey signing) {
        return words -> signing.sign(message(config, words));
    }

    public static boolean verifies(VaultConfig config, byte[] words, byte[] signature) {
        return config.owner().verifies(message(config, words), signature);
    }

    private static byte[] message(VaultConfig config, byte[] words) {
        return new Encoder(80)
                .raw(CONTEXT)
                .raw(config.vaultId())
                .raw(Hashes.sha256(words))
                .toByteArray();
    }
}
