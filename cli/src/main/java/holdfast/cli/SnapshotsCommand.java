package holdfast.cli;

import holdfast.vault.Vault;
import holdfast.vault.model.FilePath;
import holdfast.vault.retention.Grouping;
import holdfast.vault.tree.Snapshot;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code holdfast snapshots}. */
@Command(
        name = "snapshots",
        description = "Lists the snapshots, oldest first. Roles: owner, reader, cataloguer.",
        mixinStandardHelpOptions = true)
final class SnapshotsCommand extends VaultCommand {
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    @Mixin
    private SnapshotFilter filter = new SnapshotFilter();

    @Option(
            names = {"-c", "--compact"},
            description = "Without sizes and paths.")
    private boolean compact;

    @Option(
            names = {"-g", "--group-by"},
            paramLabel = "GROUP",
            description = "List each group alone: of host, paths, tags.")
    private @Nullable String groupBy;

    @Option(names = "--latest", paramLabel = "N", description = "Only the last N of each host and paths.")
    private int latest = Integer.MAX_VALUE;

    @Override
    public Integer call() throws IOException {
        if (latest < 1) {
            throw new ParameterException(spec.commandLine(), "--latest takes a number from 1 on");
        }
        Grouping grouping = groupBy == null ? Grouping.DEFAULT : Grouping.parse(groupBy);
        List<Snapshot> snapshots;
        try (Vault vault = open()) {
            snapshots = lastOfEach(filter.of(vault));
        }
        if (groupBy == null) {
            print(snapshots);
        } else {
            groups(snapshots, grouping).forEach((key, group) -> {
                if (!common().json) {
                    out().println(heading(key));
                }
                print(group);
            });
        }
        return ExitCodes.DONE;
    }

    private List<Snapshot> lastOfEach(List<Snapshot> snapshots) {
        Set<Snapshot> last = groups(snapshots, Grouping.DEFAULT).values().stream()
                .flatMap(group -> group.stream().skip(Math.max(0, group.size() - latest)))
                .collect(Collectors.toSet());
        return snapshots.stream().filter(last::contains).toList();
    }

    private static Map<Grouping.Key, List<Snapshot>> groups(List<Snapshot> snapshots, Grouping grouping) {
        return snapshots.stream().collect(Collectors.groupingBy(grouping::of, LinkedHashMap::new, Collectors.toList()));
    }

    static String heading(Grouping.Key key) {
        List<String> common = new ArrayList<>();
        if (!key.host().isEmpty()) {
            common.add("host '" + key.host() + "'");
        }
        if (!key.paths().isEmpty()) {
            common.add("paths " + key.paths().stream().map(FilePath::toString).toList());
        }
        if (!key.tags().isEmpty()) {
            common.add("tags " + key.tags());
        }
        return "snapshots of " + (common.isEmpty() ? "one writer" : String.join(", ", common)) + ":";
    }

    private void print(List<Snapshot> snapshots) {
        if (common().json) {
            snapshots.forEach(snapshot -> out().println(json(snapshot)));
            return;
        }
        out().printf("%-8s  %-19s  %-12s  %-12s", "ID", "Time", "Host", "Tags");
        out().println(compact ? "" : String.format(Locale.ROOT, "  %8s  %9s  %s", "Files", "Size", "Paths"));
        snapshots.forEach(this::line);
        out().println(Sizes.count(snapshots.size(), "snapshot"));
    }

    private void line(Snapshot snapshot) {
        out().printf(
                        "%-8s  %-19s  %-12s  %-12s",
                        snapshot.id().brief(),
                        TIME.format(snapshot.time()),
                        snapshot.host(),
                        String.join(",", snapshot.tags()));
        out().println(
                        compact
                                ? ""
                                : String.format(
                                        Locale.ROOT,
                                        "  %8d  %9s  %s",
                                        snapshot.files(),
                                        Sizes.bytes(snapshot.bytes()),
                                        String.join(", ", paths(snapshot))));
    }

    private static List<String> paths(Snapshot snapshot) {
        return snapshot.paths().stream().map(FilePath::toString).toList();
    }

    static Json json(Snapshot snapshot) {
        return new Json()
                .put("id", snapshot.id().toString())
                .put("short_id", snapshot.id().brief())
                .put("time", snapshot.time().toString())
                .put("hostname", snapshot.host())
                .putTexts("tags", snapshot.tags())
                .putTexts("paths", paths(snapshot))
                .put("files", snapshot.files())
                .put("bytes", snapshot.bytes())
                .put("writer", snapshot.writer())
                .putTexts("attachments", snapshot.attachments());
    }
}
