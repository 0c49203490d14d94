package holdfast.cli;

import holdfast.vault.Vault;
import holdfast.vault.model.PathPattern;
import holdfast.vault.tree.FileEntry;
import holdfast.vault.tree.Snapshot;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code holdfast find}. */
@Command(
        name = "find",
        description = "Looks for files by name in all snapshots. Roles: owner, reader, cataloguer.",
        mixinStandardHelpOptions = true)
final class FindCommand extends VaultCommand {
    @Parameters(arity = "1..*", paramLabel = "PATTERN", description = "As for backup --exclude.")
    private List<String> patterns = new ArrayList<>();

    @Option(
            names = {"-l", "--long"},
            description = "Mode, owner, size and time too.")
    private boolean details;

    @Option(
            names = {"-i", "--ignore-case"},
            description = "Capital or small.")
    private boolean ignoreCase;

    @Option(
            names = {"-O", "--oldest"},
            paramLabel = "TIME",
            description = "Only what was changed then or later.")
    private @Nullable String oldest;

    @Option(
            names = {"-N", "--newest"},
            paramLabel = "TIME",
            description = "Only what was changed then or before.")
    private @Nullable String newest;

    @Mixin
    private SnapshotFilter filter = new SnapshotFilter();

    @Option(
            names = {"-s", "--snapshot"},
            paramLabel = "SNAPSHOT",
            description = "Only in this snapshot; may be repeated.")
    private List<String> only = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Instant now = context().clock().instant();
        Instant from = oldest == null ? Instant.MIN : Times.parse(oldest, now);
        Instant to = newest == null ? Instant.MAX : Times.parse(newest, now);
        List<PathPattern> wanted = patterns.stream()
                .map(ignoreCase ? PathPattern::ignoringCase : PathPattern::of)
                .toList();
        try (Vault vault = open()) {
            List<Snapshot> snapshots = new ArrayList<>();
            for (String which : only) {
                snapshots.add(vault.snapshot(which));
            }
            for (Snapshot snapshot : only.isEmpty() ? filter.of(vault) : snapshots) {
                find(
                        vault,
                        snapshot,
                        entry -> wanted.stream().anyMatch(pattern -> pattern.matches(entry.path()))
                                && !entry.modified().isBefore(from)
                                && !entry.modified().isAfter(to));
            }
        }
        return ExitCodes.DONE;
    }

    private void find(Vault vault, Snapshot snapshot, Predicate<FileEntry> wanted) throws IOException {
        for (FileEntry entry : vault.files(snapshot.id())) {
            if (wanted.test(entry)) {
                String line = details ? LsCommand.line(entry) : entry.path().toString();
                out().println(
                                common().json
                                        ? LsCommand.json(entry)
                                                .put("snapshot", snapshot.id().toString())
                                                .toString()
                                        : snapshot.id().brief() + "  " + line);
            }
        }
    }
}
