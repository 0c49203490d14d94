package holdfast.cli;

import holdfast.vault.Vault;
import holdfast.vault.model.FailedFile;
import holdfast.vault.model.FilePath;
import holdfast.vault.restore.RestoreRequest;
import holdfast.vault.restore.RestoreResult;
import holdfast.vault.tree.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code holdfast restore}. */
@Command(
        name = "restore",
        description = "Writes the files of a snapshot into a folder. Roles: owner, reader.",
        mixinStandardHelpOptions = true)
final class RestoreCommand extends VaultCommand {
    @Parameters(index = "0", paramLabel = "SNAPSHOT", description = "latest, or the beginning of an id.")
    @SuppressWarnings("NullAway.Init")
    private String which;

    @Option(
            names = {"-t", "--target"},
            required = true,
            paramLabel = "DIR",
            description = "Where to; made if it is not there. /a/b becomes DIR/a/b.")
    @SuppressWarnings("NullAway.Init")
    private Path target;

    @Option(
            names = {"-i", "--include"},
            paramLabel = "PATH",
            description = "Only this file or folder; may be repeated.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--tag", split = ",", paramLabel = "TAG", description = "latest: of those with these tags.")
    private List<String> tags = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        RestoreResult result;
        Snapshot snapshot;
        try (Vault vault = openToRead();
                TerminalProgress.Closing progress = TerminalProgress.of(this, "restored")) {
            snapshot = choose(vault, which, tags);
            FilePath[] paths = only.stream().map(FilePath::of).toArray(FilePath[]::new);
            result = vault.restore(RestoreRequest.of(snapshot.id(), target).only(paths), progress.progress());
        }
        for (FailedFile failure : result.failures()) {
            err().println("holdfast: not restored: " + failure.path() + ": " + failure.reason());
        }
        print(snapshot, result, Duration.ofNanos(System.nanoTime() - start));
        return result.failures().isEmpty() ? ExitCodes.DONE : ExitCodes.INCOMPLETE;
    }

    private void print(Snapshot snapshot, RestoreResult result, Duration took) {
        if (common().json) {
            out().println(new Json()
                    .put("message_type", "summary")
                    .put("snapshot_id", snapshot.id().toString())
                    .put("files_restored", result.files())
                    .put("bytes_restored", result.bytes())
                    .put("files_failed", result.failures().size()));
        } else if (!common().quiet) {
            out().println("restored " + result.files() + " files, " + Sizes.bytes(result.bytes()) + ", of snapshot "
                    + snapshot.id().brief() + " into " + target + " in " + Sizes.time(took));
        }
    }
}
