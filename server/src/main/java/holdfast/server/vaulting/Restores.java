package holdfast.server.vaulting;

import holdfast.server.record.ActorId;
import holdfast.vault.FilePath;
import holdfast.vault.Progress;
import holdfast.vault.RestoreResult;
import holdfast.vault.SnapshotId;
import holdfast.vault.Vault;
import java.nio.file.Path;
import java.util.List;

/** Restores, each recorded. Safe for many threads. */
public interface Restores {
    /**
     * Restores files of a snapshot into a folder.
     *
     * @param from a vault that a {@link VaultReader} opened: this site's, or a replica
     * @param place where that vault lies, for the record
     * @param only files or folders of the snapshot; empty for all
     * @param reader on whose release
     * @param by an operator
     * @throws VaultRefused if nothing could be restored; files that could not are in the result
     */
    RestoreResult restore(
            Vault from,
            String place,
            SnapshotId snapshot,
            Path target,
            List<FilePath> only,
            VaultReader reader,
            ActorId by,
            Progress progress);
}
