package holdfast.vault.index;

import holdfast.vault.model.PackId;
import java.time.Instant;
import java.util.Set;

/**
 * The index as a backup saw it.
 *
 * @param at the store's time before it was read
 * @param index the chunks that need not be saved again
 * @param doomed packs that the owner marked for deletion: not in the index
 * @param stored every pack that the store listed
 */
public record IndexView(Instant at, ChunkIndex index, Set<PackId> doomed, Set<PackId> stored) {}
