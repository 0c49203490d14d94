package holdfast.vault.index;

import holdfast.crypto.VerifyingKey;
import holdfast.vault.model.PackId;
import java.time.Instant;
import java.util.Set;

/**
 * The index as a backup saw it.
 *
 * @param at the store's time before it was read
 * @param writer whose snapshot is to be made
 * @param index the chunks that need not be saved again
 * @param doomed packs that the owner marked for deletion: not in the index
 * @param stored every pack that the store listed
 */
public record IndexView(Instant at, VerifyingKey writer, ChunkIndex index, Set<PackId> doomed, Set<PackId> stored) {}
