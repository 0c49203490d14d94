package holdfast.vault.tree;

import holdfast.vault.model.ChunkRef;
import holdfast.vault.model.FileKind;
import holdfast.vault.model.FilePath;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file of a snapshot, without its content.
 *
 * @param size in bytes; of folders and the like 0
 * @param mode the permission bits of POSIX, {@code 07777}
 * @param link where a symbolic link points
 * @param chunks what a regular file consists of, in order
 */
public record FileEntry(
        FilePath path,
        FileKind kind,
        long size,
        int mode,
        int user,
        int group,
        Instant modified,
        Optional<FilePath> link,
        List<ChunkRef> chunks) {}
