package holdfast.cli;

import holdfast.vault.Vault;
import holdfast.vault.model.FilePath;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    private FilePath path;

    @Option(
            names = {"-t", "--target"},
            paramLabel = "FILE",
            description = "Write into this file instead.")
    private @Nullable Path target;

    @Mixin
    private SnapshotFilter filter = new SnapshotFilter();

    /** A path in a snapshot whose top is a folder. */
    static FilePath below(FilePath top, FilePath path) {
        FilePath at = top;
        for (FilePath segment : path.segments()) {
            at = at.child(segment.bytes());
        }
        return top.bytes().length == 0 ? path : at;
    }

    @Override
    public Integer call() throws IOException {
        try (Vault vault = open()) {
            SnapshotFilter.Choice choice = filter.choose(vault, which);
            OutputStream raw =
                    target == null ? new FileOutputStream(FileDescriptor.out) : Files.newOutputStream(target);
            try (OutputStream stream = new BufferedOutputStream(raw, 1 << 16)) {
                vault.dump(choice.snapshot().id(), below(choice.folder(), path), stream);
            }
        }
        return ExitCodes.DONE;
    }
}
