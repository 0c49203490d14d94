package holdfast.vault.backup;

import holdfast.vault.model.FailedFile;
import holdfast.vault.model.SnapshotId;
import java.util.List;

/**
 * What a backup did.
 *
 * @param files regular files in the snapshot
 * @param unchanged how many of them were taken over from the last backup unread
 * @param bytes their sizes together
 * @param newBytes bytes of chunks that the vault did not have, before compression
 * @param storedBytes bytes put into the store
 * @param failures what could not be read: these are not in the snapshot
 */
public record BackupResult(
        SnapshotId snapshot,
        long files,
        long unchanged,
        long folders,
        long bytes,
        long newBytes,
        long storedBytes,
        List<FailedFile> failures) {}
