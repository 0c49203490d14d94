package holdfast.vault.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.vault.model.FilePath;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * The folders that lead to the paths of a request: a tree whose leaves are backed up whole. A path within another
 * one is covered by it. Absolute paths hang under a node called {@code /}.
 */
final class BackupPlan {
    private static final byte[] ABSOLUTE = {'/'};

    private final byte[] name;
    private final TreeMap<FilePath, BackupPlan> children = new TreeMap<>();
    private Path here;
    private boolean whole;

    private BackupPlan(byte[] name, Path here) {
        this.name = name;
        this.here = here;
    }

    static BackupPlan of(List<Path> paths) {
        BackupPlan root = new BackupPlan(new byte[0], Path.of(""));
        for (Path path : paths) {
            root.include(path);
        }
        return root;
    }

    private void include(Path path) {
        Path clean = path.normalize();
        BackupPlan at = this;
        Path reached = Path.of("");
        Path top = clean.getRoot();
        if (top != null) {
            reached = top;
            at = at.child(ABSOLUTE, top);
        }
        for (Path segment : clean) {
            reached = reached.resolve(segment);
            boolean named = !segment.toString().isEmpty() && !segment.toString().equals("..");
            // A '..' at the start has no name in the snapshot: what follows hangs where it would have.
            at = named ? at.child(segment.toString().getBytes(UTF_8), reached) : at;
        }
        at.here = reached;
        at.whole = true;
    }

    private BackupPlan child(byte[] childName, Path path) {
        return children.computeIfAbsent(FilePath.of(childName), key -> new BackupPlan(childName, path));
    }

    byte[] name() {
        return name;
    }

    /** Where this node is on the host. */
    Path path() {
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
