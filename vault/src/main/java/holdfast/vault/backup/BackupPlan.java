package holdfast.vault.backup;

import holdfast.vault.model.FilePath;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * The folders that lead to the paths of a request: a tree whose leaves are backed up whole. A path within another
 * one is covered by it. Absolute paths hang under a node called {@code /}.
 */
final class BackupPlan {
    private static final byte[] ABSOLUTE = {'/'};
    private static final FilePath UP = FilePath.of("..");

    private final byte[] name;
    private final TreeMap<FilePath, BackupPlan> children = new TreeMap<>();
    private FilePath here;
    private boolean whole;

    private BackupPlan(byte[] name, FilePath here) {
        this.name = name;
        this.here = here;
    }

    static BackupPlan of(List<FilePath> paths) {
        BackupPlan root = new BackupPlan(new byte[0], FilePath.of(""));
        for (FilePath path : paths) {
            root.include(path);
        }
        return root;
    }

    private void include(FilePath path) {
        FilePath clean = path.normalized();
        BackupPlan at = this;
        FilePath reached = FilePath.of("");
        if (clean.isAbsolute()) {
            reached = FilePath.of(ABSOLUTE);
            at = at.child(ABSOLUTE, reached);
        }
        for (FilePath segment : clean.segments()) {
            reached = reached.child(segment.bytes());
            // A '..' at the start has no name in the snapshot: what follows hangs where it would have.
            at = segment.equals(UP) ? at : at.child(segment.bytes(), reached);
        }
        at.here = reached;
        at.whole = true;
    }

    private BackupPlan child(byte[] childName, FilePath path) {
        return children.computeIfAbsent(FilePath.of(childName), key -> new BackupPlan(childName, path));
    }

    byte[] name() {
        return name;
    }

    /** Where this node is on the host. */
    FilePath path() {
        return here;
    }

    /** Whether everything under it belongs to the backup. */
    boolean isWhole() {
        return whole;
    }

    Collection<BackupPlan> children() {
        return children.values();
    }
}
