package holdfast.vault.restore;

import holdfast.vault.model.FilePath;
import holdfast.vault.model.SnapshotId;
import java.nio.file.Path;

/**
 * What to restore where. A file {@code /a/b} of the snapshot becomes {@code TARGET/a/b}.
 *
 * @param folder what of the snapshot counts as its top: {@code /a} makes {@code TARGET/b}; empty: all
 */
public record RestoreRequest(
        SnapshotId snapshot, FilePath target, FilePath folder, Selection selection, Manner manner) {
    /**
     * How to restore.
     *
     * @param sparse leave holes where the content is zeros for long
     * @param verify read every file again afterwards
     * @param delete remove from the folders restored what the snapshot does not have
     * @param dryRun only say what would be done
     */
    public record Manner(Overwrite overwrite, boolean sparse, boolean verify, boolean delete, boolean dryRun) {
        public static final Manner USUAL = new Manner(Overwrite.ALWAYS, false, false, false, false);
    }

    public static RestoreRequest of(SnapshotId snapshot, Path target) {
        return of(snapshot, FilePath.of(target));
    }

    public static RestoreRequest of(SnapshotId snapshot, FilePath target) {
        return new RestoreRequest(snapshot, target, FilePath.of(""), Selection.ALL, Manner.USUAL);
    }

    public RestoreRequest within(FilePath top) {
        return new RestoreRequest(snapshot, target, top, selection, manner);
    }

    public RestoreRequest only(Selection some) {
        return new RestoreRequest(snapshot, target, folder, some, manner);
    }

    public RestoreRequest doing(Manner other) {
        return new RestoreRequest(snapshot, target, folder, selection, other);
    }
}
