package holdfast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.vault.Vault;
import holdfast.vault.backup.BackupRequest;
import holdfast.vault.backup.BackupResult;
import holdfast.vault.backup.Excludes;
import holdfast.vault.model.FailedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code holdfast backup}. */
@Command(
        name = "backup",
        description = "Saves files and folders as a new snapshot. Roles: owner, writer.",
        mixinStandardHelpOptions = true)
final class BackupCommand extends VaultCommand {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--tag", split = ",", paramLabel = "TAG", description = "A word to find the snapshot by.")
    private List<String> tags = new ArrayList<>();

    @Option(
            names = {"-H", "--host"},
            paramLabel = "NAME",
            description = "The host's name in the snapshot.")
    private @Nullable String host;

    @Option(
            names = {"-f", "--force"},
            description = "Read all files, even those that look unchanged.")
    private boolean force;

    @Option(
            names = {"-e", "--exclude"},
            paramLabel = "PATTERN",
            description = "Leave out what matches: *, ? and [a-z] within a name, ** across folders; may be repeated.")
    private List<String> excludes = new ArrayList<>();

    @Option(names = "--exclude-file", paramLabel = "FILE", description = "Patterns, one a line; # starts a comment.")
    private List<Path> excludeFiles = new ArrayList<>();

    @Option(names = "--exclude-caches", description = "Leave out folders that a CACHEDIR.TAG marks as caches.")
    private boolean excludeCaches;

    @Option(
            names = "--exclude-larger-than",
            paramLabel = "SIZE",
            description = "Leave out files of more than this: a number with k, M, G or T for powers of 1024.")
    private @Nullable String largest;

    @Option(
            names = {"-x", "--one-file-system"},
            description = "Stay on the file system of each folder given.")
    private boolean oneFileSystem;

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        BackupRequest request = BackupRequest.of(paths).tagged(tags).from(host == null ? HostName.here() : host);
        request = request.without(excludes());
        BackupResult result;
        try (Vault vault = open();
                TerminalProgress.Closing progress = TerminalProgress.of(this, "saved")) {
            result = vault.backup(force ? request.rereadingAll() : request, progress.progress());
        }
        for (FailedFile failure : result.failures()) {
            err().println("holdfast: not saved: " + failure.path() + ": " + failure.reason());
        }
        print(result, Duration.ofNanos(System.nanoTime() - start));
        return result.failures().isEmpty() ? ExitCodes.DONE : ExitCodes.INCOMPLETE;
    }

    private Excludes excludes() throws IOException {
        List<String> patterns = new ArrayList<>(excludes);
        for (Path file : excludeFiles) {
            Files.readAllLines(file, UTF_8).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(patterns::add);
        }
        long most = largest == null ? Long.MAX_VALUE : Sizes.parse(largest);
        return new Excludes(patterns, most, excludeCaches, oneFileSystem);
    }

    private void print(BackupResult result, Duration took) {
        if (common().json) {
            out().println(new Json()
                    .put("message_type", "summary")
                    .put("snapshot_id", result.snapshot().toString())
                    .put("files", result.files())
                    .put("files_unmodified", result.unchanged())
                    .put("folders", result.folders())
                    .put("total_bytes_processed", result.bytes())
                    .put("data_added", result.newBytes())
                    .put("data_added_packed", result.storedBytes())
                    .put("files_failed", result.failures().size())
                    .put("total_duration", took.toMillis() / 1000.0));
        } else if (!common().quiet) {
            out().println(result.files() + " files (" + result.unchanged() + " unchanged) in " + result.folders()
                    + " folders, " + Sizes.bytes(result.bytes()) + "; new " + Sizes.bytes(result.newBytes())
                    + ", stored as " + Sizes.bytes(result.storedBytes()) + ", in " + Sizes.time(took));
            out().println("snapshot " + result.snapshot().brief() + " saved"
                    + (result.failures().isEmpty()
                            ? ""
                            : ", without " + result.failures().size() + " files"));
        }
    }
}
