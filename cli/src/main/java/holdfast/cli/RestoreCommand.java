package holdfast.cli;

import holdfast.vault.Vault;
import holdfast.vault.model.FilePath;
import holdfast.vault.restore.RestoreRequest;
import holdfast.vault.restore.RestoreResult;
import holdfast.vault.tree.Snapshot;
import java.io.IOException;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code holdfast restore}. */
@Command(
        name = "restore",
        description = "Writes the files of a snapshot into a folder. Roles: owner, reader.",
        mixinStandardHelpOptions = true)
final class RestoreCommand extends VaultCommand {
    @Parameters(
            index = "0",
            paramLabel = "SNAPSHOT[:FOLDER]",
            description = "latest, or the beginning of an id; with a folder, only what is in it.")
    @SuppressWarnings("NullAway.Init")
    private String which;

    @Option(
            names = {"-t", "--target"},
            required = true,
            paramLabel = "DIR",
            description = "Where to; made if it is not there. /a/b becomes DIR/a/b.")
    @SuppressWarnings("NullAway.Init")
    private FilePath target;

    @Mixin
    private SelectOptions select = new SelectOptions();

    @Mixin
    private SnapshotFilter filter = new SnapshotFilter();

    @Option(
            names = "--overwrite",
            paramLabel = "WHEN",
            description =
                    "What becomes of files that are there: always, if-changed (size or time differ), if-newer (the"
                            + " snapshot's is later) or never. Pieces that are right are not read from the vault again.")
    private OverwriteWhen overwrite = OverwriteWhen.ALWAYS;

    @Option(names = "--sparse", description = "Leave holes where the content is zeros for long.")
    private boolean sparse;

    @Option(names = "--verify", description = "Read every restored file again and compare.")
    private boolean verify;

    @Option(names = "--delete", description = "Remove from the restored folders what the snapshot does not have.")
    private boolean delete;

    @Option(names = "--dry-run", description = "Only say what would be done.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        RestoreResult result;
        SnapshotFilter.Choice choice;
        try (Vault vault = open();
                TerminalProgress.Closing progress = TerminalProgress.of(this, "restored")) {
            choice = filter.choose(vault, which);
            RestoreRequest request = RestoreRequest.of(choice.snapshot().id(), target)
                    .within(choice.folder())
                    .only(select.selection())
                    .doing(new RestoreRequest.Manner(overwrite.policy(), sparse, verify, delete, dryRun));
            result = vault.restore(request, progress.progress());
        }
        result.failures().forEach(failure -> failed("not restored", failure));
        print(choice.snapshot(), result, Duration.ofNanos(System.nanoTime() - start));
        return result.failures().isEmpty() ? ExitCodes.DONE : ExitCodes.INCOMPLETE;
    }

    private void print(Snapshot snapshot, RestoreResult result, Duration took) {
        if (common().json) {
            out().println(new Json()
                    .put("message_type", "summary")
                    .put("dry_run", dryRun)
                    .put("snapshot_id", snapshot.id().toString())
                    .put("files_restored", result.files())
                    .put("bytes_restored", result.bytes())
                    .put("bytes_present", result.present())
                    .put("files_skipped", result.skipped())
                    .putTexts(
                            "deleted",
                            result.deleted().stream().map(FilePath::toString).toList())
                    .put("files_failed", result.failures().size())
                    .put("total_duration", took.toMillis() / 1000.0));
        } else if (!common().quiet) {
            result.deleted().forEach(path -> out().println((dryRun ? "would delete " : "deleted ") + path));
            out().println((dryRun ? "would restore " : "restored ") + Sizes.count(result.files(), "file") + ", "
                    + Sizes.bytes(result.bytes()) + " (" + Sizes.bytes(result.present()) + " were right already, "
                    + Sizes.count(result.skipped(), "file") + " left alone), of snapshot "
                    + snapshot.id().brief() + " into " + target + " in " + Sizes.time(took));
        }
    }
}
