package holdfast.vault.restore;

import holdfast.vault.model.FailedFile;
import java.util.List;

/**
 * What a restore did.
 *
 * @param failures files that are not there or not whole
 */
public record RestoreResult(long files, long bytes, List<FailedFile> failures) {}
