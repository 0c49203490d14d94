package holdfast.cli;

import holdfast.vault.Vault;
import holdfast.vault.model.FilePath;
import holdfast.vault.tree.FileEntry;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code holdfast diff}. */
@Command(
        name = "diff",
        description =
                "Tells how two snapshots differ: + added, - removed, M content, T kind, and with --metadata U only mode,"
                        + " owner or time. Roles: owner, reader, cataloguer.",
        mixinStandardHelpOptions = true)
final class DiffCommand extends VaultCommand {
    @Parameters(index = "0", paramLabel = "SNAPSHOT", description = "The older one: an id's beginning, or latest.")
    @SuppressWarnings("NullAway.Init")
    private String before;

    @Parameters(index = "1", paramLabel = "SNAPSHOT", description = "The newer one.")
    @SuppressWarnings("NullAway.Init")
    private String after;

    @Option(names = "--metadata", description = "Tell also where only mode, owner or time differ.")
    private boolean metadata;

    @Override
    public Integer call() throws IOException {
        Map<FilePath, FileEntry> old = new TreeMap<>();
        Map<FilePath, FileEntry> all = new TreeMap<>();
        Map<FilePath, FileEntry> now = new TreeMap<>();
        try (Vault vault = open()) {
            vault.files(vault.snapshot(before).id()).forEach(entry -> old.put(entry.path(), entry));
            vault.files(vault.snapshot(after).id()).forEach(entry -> now.put(entry.path(), entry));
        }
        all.putAll(old);
        all.putAll(now);
        for (FilePath path : all.keySet()) {
            char change = change(old.get(path), now.get(path));
            if (change != ' ' && (metadata || change != 'U')) {
                out().println(
                                common().json
                                        ? new Json()
                                                .put("path", path.toString())
                                                .put("modifier", String.valueOf(change))
                                                .toString()
                                        : change + "    " + path);
            }
        }
        return ExitCodes.DONE;
    }

    private static char change(@Nullable FileEntry old, @Nullable FileEntry now) {
        if (old == null || now == null) {
            return old == null ? '+' : '-';
        }
        if (old.kind() != now.kind()) {
            return 'T';
        }
        if (!old.chunks().equals(now.chunks()) || !old.link().equals(now.link())) {
            return 'M';
        }
        return old.equals(now) ? ' ' : 'U';
    }
}
