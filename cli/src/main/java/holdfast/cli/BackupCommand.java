package holdfast.cli;

import holdfast.vault.Vault;
import holdfast.vault.backup.BackupRequest;
import holdfast.vault.backup.BackupResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code holdfast backup}. */
@Command(
        name = "backup",
        description = "Saves files and folders as a new snapshot. Roles: owner, writer.",
        mixinStandardHelpOptions = true)
final class BackupCommand extends VaultCommand {
    @Mixin
    private SourceOptions source = new SourceOptions();

    @Mixin
    private ExcludeOptions excludes = new ExcludeOptions();

    @Option(names = "--tag", split = ",", paramLabel = "TAG", description = "A word to find the snapshot by.")
    private List<String> tags = new ArrayList<>();

    @Option(
            names = {"-H", "--host"},
            paramLabel = "NAME",
            description = "The host's name in the snapshot.")
    private @Nullable String host;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description = "The snapshot's time instead of now: 2026-03-01 10:00:00 here, or 2026-03-01T02:00:00Z.")
    private @Nullable String time;

    @Option(
            names = {"-f", "--force"},
            description = "Read all files, even those that look unchanged.")
    private boolean force;

    @Option(
            names = {"-n", "--dry-run"},
            description = "Read and compress everything, but put nothing into the vault.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        BackupRequest request = request();
        BackupResult result;
        awaitMe();
        try (Vault vault = open();
                TerminalProgress.Closing progress = TerminalProgress.of(this, "saved")) {
            result = vault.backup(request, progress.progress());
        }
        result.failures().forEach(failure -> failed("not saved", failure));
        print(result, Duration.ofNanos(System.nanoTime() - start));
        return result.failures().isEmpty() ? ExitCodes.DONE : ExitCodes.INCOMPLETE;
    }

    private BackupRequest request() throws IOException {
        Instant now = context().clock().instant();
        BackupRequest request = source.request(now)
                .tagged(tags)
                .from(host == null ? HostName.here() : host)
                .without(excludes.excludes());
        request = time == null ? request : request.at(Times.parse(time, now));
        request = force ? request.rereadingAll() : request;
        return dryRun ? request.dry() : request;
    }

    private void print(BackupResult result, Duration took) {
        if (common().json) {
            out().println(new Json()
                    .put("message_type", "summary")
                    .put("dry_run", dryRun)
                    .put("snapshot_id", dryRun ? "" : result.snapshot().toString())
                    .put("files", result.files())
                    .put("files_unmodified", result.unchanged())
                    .put("folders", result.folders())
                    .put("total_bytes_processed", result.bytes())
                    .put("data_added", result.newBytes())
                    .put("data_added_packed", result.storedBytes())
                    .put("files_failed", result.failures().size())
                    .put("total_duration", took.toMillis() / 1000.0));
        } else if (!common().quiet) {
            out().println(Sizes.count(result.files(), "file") + " (" + result.unchanged() + " unchanged) in "
                    + Sizes.count(result.folders(), "folder") + ", " + Sizes.bytes(result.bytes()) + "; new "
                    + Sizes.bytes(result.newBytes())
                    + ", stored as " + Sizes.bytes(result.storedBytes()) + ", in " + Sizes.time(took));
            out().println(
                            dryRun
                                    ? "nothing was put into the vault: this was a dry run"
                                    : "snapshot " + result.snapshot().brief() + " saved"
                                            + (result.failures().isEmpty()
                                                    ? ""
                                                    : ", without "
                                                            + Sizes.count(
                                                                    result.failures()
                                                                            .size(),
                                                                    "file")));
        }
    }
}
