package holdfast.vault.key;

import holdfast.vault.model.Role;

/**
 * A way into the vault.
 *
 * @param id the last segment of its object's name
 * @param passphrase opened by a passphrase; else by a key file
 * @param label what its maker called it; clear text in the store
 */
public record KeySlot(String id, Role role, boolean passphrase, String label) {}
