package holdfast.vault.key;

import holdfast.crypto.VerifyingKey;
import holdfast.vault.model.Role;
import java.time.Instant;
import java.util.Optional;

/**
 * Whose signature counts here, or did, by the owner's word.
 *
 * @param label what the owner called the key
 * @param revoked when the owner took it back: what it signed since counts for nothing
 */
public record Signer(VerifyingKey key, Role role, String label, Optional<Instant> revoked) {}
