package holdfast.server.vaulting;

import holdfast.server.record.ActorId;
import holdfast.vault.Vault;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Progress;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.restore.RestoreResult;
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
