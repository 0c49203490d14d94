package holdfast.vault.backup;

import holdfast.vault.host.HostFile;
import holdfast.vault.host.HostStat;
import holdfast.vault.model.FilePath;
import holdfast.vault.tree.TreeNode;
import java.util.List;
import java.util.Optional;

/** What the walk over the files tells, in the order of the tree: a folder's entries sorted by the bytes of their names. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
sealed interface WalkEvent {
    /** A folder begins; {@code stat} is empty for the root and for what only holds the absolute paths. */
    record Enter(FilePath path, byte[] name, Optional<HostStat> stat, List<TreeNode.Attribute> attributes)
            implements WalkEvent {}

    /** The folder entered last ends. */
    record Leave() implements WalkEvent {}

    /** A regular file whose content is on its way. */
    record Read(FilePath path, HostFile file, FileContent content) implements WalkEvent {}

    /** A regular file that is as it was at the last backup. */
    record Unchanged(FilePath path, HostFile file, ParentFiles.Known known) implements WalkEvent {}

    /** Another name of a file that was told before, by device and inode. */
    record Twin(FilePath path, HostFile file) implements WalkEvent {}

    /** Anything that is neither file nor folder; {@code target} of a symbolic link. */
    record Special(FilePath path, HostFile file, byte[] target, List<TreeNode.Attribute> attributes)
            implements WalkEvent {}

    /** Something that could not be read. */
    record Failed(FilePath path, Exception why) implements WalkEvent {}

    /** The walk is over, by itself or by an error that ends the backup. */
    record End(Optional<Throwable> error) implements WalkEvent {}
}
