package holdfast.cli;

import holdfast.vault.Vault;
import holdfast.vault.model.FilePath;
import holdfast.vault.tree.FileEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code holdfast ls}. */
@Command(
        name = "ls",
        description = "Lists what is in a snapshot. Roles: owner, reader, cataloguer.",
        mixinStandardHelpOptions = true)
final class LsCommand extends VaultCommand {
    @Parameters(index = "0", paramLabel = "SNAPSHOT", description = "latest, or the beginning of an id.")
    @SuppressWarnings("NullAway.Init")
    private String which;

    @Parameters(index = "1..*", paramLabel = "PATH", description = "Only these files, and what lies in these folders.")
    private List<FilePath> only = new ArrayList<>();

    @Option(
            names = {"-l", "--long"},
            description = "Mode, owner, size and time too.")
    private boolean details;

    @Option(names = "--recursive", description = "What lies in the folders of the folders that are named, too.")
    private boolean recursive;

    @Mixin
    private SnapshotFilter filter = new SnapshotFilter();

    @Override
    public Integer call() throws IOException {
        try (Vault vault = open()) {
            SnapshotFilter.Choice choice = filter.choose(vault, which);
            List<FilePath> folders = only.stream()
                    .map(path -> DumpCommand.below(choice.folder(), path))
                    .toList();
            for (FileEntry entry : vault.files(choice.snapshot().id())) {
                if (entry.path().isWithin(choice.folder())
                        && (folders.isEmpty() || folders.stream().anyMatch(named -> isListed(entry.path(), named)))) {
                    out().println(
                                    common().json
                                            ? json(entry).toString()
                                            : details
                                                    ? line(entry)
                                                    : entry.path().toString());
                }
            }
        }
        return ExitCodes.DONE;
    }

    private boolean isListed(FilePath path, FilePath named) {
        return recursive
                ? path.isWithin(named)
                : path.equals(named) || path.parent().equals(named);
    }

    static String line(FileEntry entry) {
        String target = entry.link().map(link -> " -> " + link).orElse("");
        return String.format(
                "%s %5d %5d %12d %s %s%s",
                mode(entry),
                entry.user(),
                entry.group(),
                entry.size(),
                SnapshotsCommand.TIME.format(entry.modified()),
                entry.path(),
                target);
    }

    /** As {@code ls -l} shows it. */
    static String mode(FileEntry entry) {
        StringBuilder text = new StringBuilder().append(entry.kind().letter());
        String letters = "rwxrwxrwx";
        for (int i = 0; i < letters.length(); i++) {
            text.append((entry.mode() >> (8 - i) & 1) == 1 ? letters.charAt(i) : '-');
        }
        special(text, 3, (entry.mode() & 04000) != 0, 's');
        special(text, 6, (entry.mode() & 02000) != 0, 's');
        special(text, 9, (entry.mode() & 01000) != 0, 't');
        return text.toString();
    }

    private static void special(StringBuilder text, int at, boolean set, char letter) {
        if (set) {
            text.setCharAt(at, text.charAt(at) == 'x' ? letter : Character.toUpperCase(letter));
        }
    }

    static Json json(FileEntry entry) {
        Json json = new Json()
                .put("path", entry.path().toString())
                .put("type", entry.kind().name().toLowerCase(java.util.Locale.ROOT))
                .put("size", entry.size())
                .put("mode", entry.mode())
                .put("permissions", mode(entry))
                .put("uid", entry.user())
                .put("gid", entry.group())
                .put("mtime", entry.modified().toString());
        entry.link().ifPresent(link -> json.put("linktarget", link.toString()));
        return json;
    }
}
