package holdfast.vault.restore;

import holdfast.vault.model.FilePath;
import holdfast.vault.model.SnapshotId;
import java.nio.file.Path;
import java.util.List;

/**
 * What to restore where. A file {@code /a/b} of the snapshot becomes {@code TARGET/a/b}.
 *
 * @param only paths of files or folders; empty: all
 */
public record RestoreRequest(SnapshotId snapshot, Path target, List<FilePath> only) {
    public RestoreRequest {
        only = List.copyOf(only);
    }

    public static RestoreRequest of(SnapshotId snapshot, Path target) {
        return new RestoreRequest(snapshot, target, List.of());
    }

    public RestoreRequest only(FilePath... paths) {
        return new RestoreRequest(snapshot, target, List.of(paths));
    }
}
