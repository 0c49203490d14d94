package holdfast.cli;

import holdfast.vault.Vault;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.VaultException;
import holdfast.vault.tree.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which snapshots are meant, and which of them is {@code latest}. */
final class SnapshotFilter {
    @Option(
            names = "--tag",
            paramLabel = "TAG[,TAG…]",
            description = "Only those with all of these tags; repeated: with any of the lists. '' is no tag.")
    private List<String> tags = new ArrayList<>();

    @Option(
            names = {"-H", "--host"},
            paramLabel = "NAME",
            description = "Only those made on this host; may be repeated.")
    private List<String> hosts = new ArrayList<>();

    @Option(names = "--path", paramLabel = "PATH", description = "Only those of this path; repeated: of all of them.")
    private List<FilePath> paths = new ArrayList<>();

    /** A snapshot, and the folder in it that counts as its top: empty for all. */
    record Choice(Snapshot snapshot, FilePath folder) {}

    boolean takes(Snapshot snapshot) {
        return (tags.isEmpty() || tags.stream().anyMatch(list -> has(snapshot, list)))
                && (hosts.isEmpty() || hosts.contains(snapshot.host()))
                && snapshot.paths().containsAll(paths);
    }

    private static boolean has(Snapshot snapshot, String list) {
        return list.isEmpty() ? snapshot.tags().isEmpty() : snapshot.tags().containsAll(List.of(list.split(",")));
    }

    List<Snapshot> of(Vault vault) throws IOException {
        return vault.snapshots().stream().filter(this::takes).toList();
    }

    /** By {@code latest}, or by the beginning of an id; {@code :FOLDER} may follow. */
    Choice choose(Vault vault, String which) throws IOException {
        int colon = which.indexOf(':');
        String id = colon < 0 ? which : which.substring(0, colon);
        FilePath folder = FilePath.of(colon < 0 ? "" : which.substring(colon + 1));
        return new Choice(snapshot(vault, id), folder.normalized());
    }

    private Snapshot snapshot(Vault vault, String id) throws IOException {
        if (!id.equals("latest")) {
            return vault.snapshot(id);
        }
        List<Snapshot> matching = of(vault);
        if (matching.isEmpty()) {
            boolean all = tags.isEmpty() && hosts.isEmpty() && paths.isEmpty();
            throw new VaultException.NotFound(
                    all
                            ? "there is no snapshot yet"
                            : "no snapshot is what the options say; 'holdfast snapshots' lists them");
        }
        return matching.getLast();
    }
}
