package holdfast.server.vaulting;

import holdfast.server.record.ActorId;
import holdfast.vault.model.SnapshotId;
import java.time.Instant;
import java.util.List;

/**
 * One backup that was made.
 *
 * @param at the snapshot's time
 * @param files regular files in the snapshot
 * @param bytes their sizes together
 * @param storedBytes what was added to the vault
 * @param persons in its registers, each once
 * @param unknownAtMost further persons at most, behind rows that name nobody
 * @param warnings what a person must hear: files that could not be read, rows that name nobody (by file and
 *     line), registers that were not there
 */
public record BackupRun(
        SnapshotId snapshot,
        String name,
        Instant at,
        ActorId by,
        long files,
        long bytes,
        long storedBytes,
        long persons,
        long unknownAtMost,
        List<String> warnings) {
    public BackupRun {
        warnings = List.copyOf(warnings);
    }
}
