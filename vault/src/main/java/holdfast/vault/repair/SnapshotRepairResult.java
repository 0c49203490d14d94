package holdfast.vault.repair;

import holdfast.storage.ObjectName;
import holdfast.vault.model.SnapshotId;
import java.util.List;
import java.util.Map;

/**
 * What a repair of snapshots did.
 *
 * @param written for each broken snapshot, what is left of it, as a new one
 * @param forgotten the broken ones, if that was asked for
 * @param waiting broken ones that need packs that are marked for deletion: not written yet; the next prunes free these
 * @param deleted damaged objects
 */
public record SnapshotRepairResult(
        Map<SnapshotId, SnapshotId> written,
        List<SnapshotId> forgotten,
        List<SnapshotId> waiting,
        List<ObjectName> deleted) {}
