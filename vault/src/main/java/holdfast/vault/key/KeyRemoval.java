package holdfast.vault.key;

import java.util.List;
import java.util.Optional;

/**
 * What became of a key that was taken back.
 *
 * @param slots that were deleted: they open the vault here no more
 * @param revoked whose signature counts for nothing from now on; empty for an owner's slot, whose signing key is the
 *     vault's, and for a slot whose role or label is not what its signing key was enrolled with
 * @param snapshots how many of the key's were there, and stay believed
 */
public record KeyRemoval(List<KeySlot> slots, Optional<Signer> revoked, int snapshots) {
    public KeyRemoval {
        slots = List.copyOf(slots);
    }
}
