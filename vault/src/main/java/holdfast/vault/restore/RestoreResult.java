package holdfast.vault.restore;

import holdfast.vault.model.FailedFile;
import holdfast.vault.model.FilePath;
import java.util.List;

/**
 * What a restore did, or in a dry run would have done.
 *
 * @param files regular files that are now as in the snapshot
 * @param bytes their sizes together
 * @param present how many of these bytes were there and right already
 * @param skipped files left as they were, by the policy for overwriting
 * @param deleted what was removed because the snapshot does not have it
 * @param failures files that are not there or not whole
 */
public record RestoreResult(
        long files, long bytes, long present, long skipped, List<FilePath> deleted, List<FailedFile> failures) {}
