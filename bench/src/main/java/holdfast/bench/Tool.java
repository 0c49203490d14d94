package holdfast.bench;

import java.nio.file.Path;
import java.util.Optional;

/** A backup tool as shell commands. What a tool cannot do is left out of the table. */
interface Tool {
    String PASSWORD = "bench-passphrase-not-secret";

    String name();

    /** As it tells itself. */
    String version();

    /** Makes an empty repository. */
    String init(Places at);

    /** Backs up {@code name} of the current folder. */
    String backup(Places at, String name);

    Optional<String> snapshots(Places at);

    /** The same with a key file instead of a passphrase. */
    Optional<String> snapshotsByKeyFile(Places at);

    /** Restores the last backup. */
    String restore(Places at, Path target);

    /** Reads and verifies everything. */
    String check(Places at);

    /** Where a tool keeps what. */
    record Places(Path repository, Path cache) {}
}
