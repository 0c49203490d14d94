package holdfast.cli;

import holdfast.vault.Vault;
import holdfast.vault.model.FilePath;
import holdfast.vault.tree.Snapshot;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code holdfast dump}. */
@Command(
        name = "dump",
        description = "Writes one file of a snapshot to standard output. Roles: owner, reader.",
        mixinStandardHelpOptions = true)
final class DumpCommand extends VaultCommand {
    @Parameters(index = "0", paramLabel = "SNAPSHOT", description = "latest, or the beginning of an id.")
    @SuppressWarnings("NullAway.Init")
    private String which;

    @Parameters(index = "1", paramLabel = "FILE", description = "Its path in the snapshot.")
    @SuppressWarnings("NullAway.Init")
    private String path;

    @Option(
            names = {"-t", "--target"},
            paramLabel = "FILE",
            description = "Write into this file instead.")
    private @Nullable Path target;

    @Option(names = "--tag", split = ",", paramLabel = "TAG", description = "latest: of those with these tags.")
    private List<String> tags = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        try (Vault vault = openToRead()) {
            Snapshot snapshot = choose(vault, which, tags);
            OutputStream raw =
                    target == null ? new FileOutputStream(FileDescriptor.out) : Files.newOutputStream(target);
            try (OutputStream stream = new BufferedOutputStream(raw, 1 << 16)) {
                vault.dump(snapshot.id(), FilePath.of(path), stream);
            }
        }
        return ExitCodes.DONE;
    }
}
