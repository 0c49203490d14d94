package holdfast.server.vaulting;

import holdfast.server.record.ActorId;
import holdfast.vault.model.Progress;
import java.util.List;
import java.util.Optional;

/** Backups into this site's vault, with the registers in them. Safe for many threads. */
public interface Backups {
    /**
     * Saves files, and with them the person index of their registers. Every register is read from start to end
     * before anything is saved.
     *
     * @param by an operator
     * @throws VaultRefused if a register cannot be used at all, a path is not there, there is no vault, or no
     *     space is left: no snapshot was made then
     */
    BackupRun run(BackupOrder order, ActorId by, Progress progress);

    /** All runs, the newest first. */
    List<BackupRun> runs();

    /** The newest run. */
    Optional<BackupRun> latest();
}
