package holdfast.vault.repair;

import holdfast.crypto.VerifyingKey;
import holdfast.storage.ObjectName;
import holdfast.vault.check.CheckReport.Finding;
import holdfast.vault.check.CheckReport.Severity;
import holdfast.vault.pack.IndexPart;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a repair of the index would do; executing it does this and nothing else.
 *
 * @param at when the vault was looked at, by the store's clock
 * @param found packs of which no part told, by their authors
 * @param retold what has to be told anew before parts that tell of missing packs can go
 * @param damaged index parts and deletion marks that nobody can read or, of a revoked key, believes: deleted
 * @param stale parts of which everything is gone or told by a later part: deleted
 * @param waiting parts that tell of missing packs and are too young to be deleted now
 * @param left what this repair cannot mend
 */
public record IndexRepairPlan(
        Instant at,
        Map<VerifyingKey, List<IndexPart.Pack>> found,
        Map<VerifyingKey, List<IndexPart.Pack>> retold,
        List<Finding> damaged,
        List<ObjectName> stale,
        int waiting,
        List<Finding> left) {
    public IndexRepairPlan {
        found = Map.copyOf(found);
        retold = Map.copyOf(retold);
        damaged = List.copyOf(damaged);
        stale = List.copyOf(stale);
        left = List.copyOf(left);
    }

    /** Packs of which no part told. */
    public int packs() {
        return found.values().stream().mapToInt(List::size).sum();
    }

    /** Whether something that lies in the vault would not be found: what a reader misses may be there. */
    public boolean misses() {
        return packs() > 0 || !damaged.isEmpty();
    }

    public boolean isEmpty() {
        return !misses() && retold.isEmpty() && stale.isEmpty();
    }

    /** Whether there is damage that this plan does not mend. */
    public boolean leavesDamage() {
        return left.stream().anyMatch(finding -> finding.severity() == Severity.DAMAGE);
    }
}
