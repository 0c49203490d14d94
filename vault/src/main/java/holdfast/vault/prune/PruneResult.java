package holdfast.vault.prune;

import holdfast.storage.ObjectName;
import holdfast.vault.model.PackId;
import java.util.List;

/**
 * What a prune did.
 *
 * @param packsWritten new packs of moved groups
 * @param packsMarked will be deleted by a prune after the grace time
 * @param packsDeleted and {@code bytesDeleted} their sizes
 * @param snapshotsDeleted forgotten ones
 * @param damaged packs that could not be moved because their bytes are not those that they are named for
 * @param unfinished what should have been deleted and was not, because half the grace time was over: the next prune will
 */
public record PruneResult(
        int packsWritten,
        int packsMarked,
        int packsDeleted,
        long bytesDeleted,
        int snapshotsDeleted,
        List<PackId> damaged,
        List<ObjectName> unfinished) {}
