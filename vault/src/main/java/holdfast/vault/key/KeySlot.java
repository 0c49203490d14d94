package holdfast.vault.key;

import holdfast.crypto.VerifyingKey;
import holdfast.vault.model.Role;

/**
 * A way into the vault.
 *
 * @param id the last segment of its object's name
 * @param passphrase opened by a passphrase; else by a key file
 * @param label what its maker called it; clear text in the store
 * @param signer the key that its holder signs with. Like role and label it is nobody's word, but for who opens the slot
 */
public record KeySlot(String id, Role role, boolean passphrase, String label, VerifyingKey signer) {}
