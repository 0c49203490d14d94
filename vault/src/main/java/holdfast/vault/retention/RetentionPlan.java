package holdfast.vault.retention;

import holdfast.vault.model.SnapshotId;
import holdfast.vault.tree.Snapshot;
import java.util.List;

/** What a policy keeps and gives up, group by group. */
public record RetentionPlan(List<Group> groups) {
    public RetentionPlan {
        groups = List.copyOf(groups);
    }

    /** @param kept and {@code forgotten} newest first */
    public record Group(Grouping.Key key, List<Kept> kept, List<Snapshot> forgotten) {}

    /** @param reasons each rule that keeps it: {@code daily snapshot}, {@code within 7d} */
    public record Kept(Snapshot snapshot, List<String> reasons) {}

    /** Everything to forget. */
    public List<SnapshotId> forgotten() {
        return groups.stream()
                .flatMap(group -> group.forgotten().stream())
                .map(Snapshot::id)
                .toList();
    }
}
