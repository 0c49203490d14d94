package holdfast.vault.repair;

import holdfast.crypto.VerifyingKey;
import holdfast.vault.check.CheckReport.Finding;
import holdfast.vault.model.GroupId;
import holdfast.vault.model.PackId;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.pack.PackDirectory;
import java.util.List;
import java.util.Set;

/**
 * What a repair of packs would do; executing it does this and nothing else.
 *
 * @param salvages the damaged packs: what is whole of each is moved, the pack deleted
 * @param sound how many of the packs that were looked at are as they should be
 * @param left what this repair cannot mend
 */
public record PackRepairPlan(List<Salvage> salvages, int sound, List<Finding> left) {
    public PackRepairPlan {
        salvages = List.copyOf(salvages);
        left = List.copyOf(left);
    }

    /**
     * A damaged pack.
     *
     * @param found the hash of its bytes as they are: only these bytes are moved from and deleted
     * @param told its groups as each author tells of them: usually one
     */
    public record Salvage(PackId id, PackId found, List<Told> told) {
        public int lostGroups() {
            return told.stream().mapToInt(one -> one.lost().size()).sum();
        }

        public int wholeGroups() {
            return told.stream().mapToInt(one -> one.whole().size()).sum();
        }
    }

    /** What opens, and what does not. */
    public record Told(VerifyingKey author, IndexPart.Pack pack, Set<GroupId> whole, List<PackDirectory.Group> lost) {}

    public boolean isEmpty() {
        return salvages.isEmpty();
    }

    /** Plain bytes of the groups that are lost. */
    public long lostBytes() {
        return salvages.stream()
                .flatMap(salvage -> salvage.told().stream())
                .flatMap(told -> told.lost().stream())
                .mapToLong(PackDirectory.Group::plainLength)
                .sum();
    }
}
