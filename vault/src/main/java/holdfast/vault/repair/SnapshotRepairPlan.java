package holdfast.vault.repair;

import holdfast.vault.check.CheckReport.Finding;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.tree.Catalog;
import java.util.List;
import java.util.Optional;

/**
 * What a repair of snapshots would do; executing it does this and nothing else.
 *
 * @param snapshots how many were looked at
 * @param broken those that need what is lost
 * @param damaged snapshots and forget marks that nobody can read or, of a revoked key, believes: deleted when the broken
 *     are forgotten
 * @param left what this repair cannot mend
 */
public record SnapshotRepairPlan(int snapshots, List<Broken> broken, List<Finding> damaged, List<Finding> left) {
    public SnapshotRepairPlan {
        broken = List.copyOf(broken);
        damaged = List.copyOf(damaged);
        left = List.copyOf(left);
    }

    /** What is lost. */
    public enum Kind {
        FILE,
        /** With all that was in it: what its names were nobody knows. */
        FOLDER,
        ATTACHMENT
    }

    /** @param path of an attachment, its name */
    public record Loss(Kind kind, FilePath path, String why) {}

    /**
     * A snapshot that needs what is lost.
     *
     * @param files regular files that are left, {@code bytes} their sizes together
     * @param before what is left of it, written anew by an earlier repair
     */
    public record Broken(
            Catalog.Known snapshot, List<Loss> losses, long files, long bytes, Optional<SnapshotId> before) {
        public Broken {
            losses = List.copyOf(losses);
        }

        /** The tree of the root is lost: nothing can be written anew. */
        public boolean nothingLeft() {
            return losses.stream()
                    .anyMatch(loss -> loss.kind() == Kind.FOLDER && loss.path().bytes().length == 0);
        }

        boolean toBeWritten() {
            return before.isEmpty() && !nothingLeft();
        }
    }

    public boolean isEmpty() {
        return broken.isEmpty() && damaged.isEmpty();
    }
}
