package holdfast.cli;

import holdfast.vault.Vault;
import holdfast.vault.model.FilePath;
import holdfast.vault.tree.Snapshot;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Override
    public Integer call() throws IOException {
        List<Snapshot> snapshots;
        try (Vault vault = open()) {
            snapshots = filter.of(vault);
        }
        if (common().json) {
            snapshots.forEach(snapshot -> out().println(json(snapshot)));
        } else {
            out().printf(
                            "%-8s  %-19s  %-12s  %-12s  %8s  %9s  %s%n",
                            "ID", "Time", "Host", "Tags", "Files", "Size", "Paths");
            snapshots.forEach(this::line);
            out().println(snapshots.size() + (snapshots.size() == 1 ? " snapshot" : " snapshots"));
        }
        return ExitCodes.DONE;
    }

    private void line(Snapshot snapshot) {
        out().printf(
                        "%-8s  %-19s  %-12s  %-12s  %8d  %9s  %s%n",
                        snapshot.id().brief(),
                        TIME.format(snapshot.time()),
                        snapshot.host(),
                        String.join(",", snapshot.tags()),
                        snapshot.files(),
                        Sizes.bytes(snapshot.bytes()),
                        String.join(", ", paths(snapshot)));
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
