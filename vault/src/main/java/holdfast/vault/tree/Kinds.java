package holdfast.vault.tree;

import holdfast.vault.host.HostFile;
import holdfast.vault.host.HostStat;
import holdfast.vault.model.FileKind;
import holdfast.vault.model.FilePath;
import java.io.IOException;

/** Kinds of files between the host's numbers and the vault's. */
public final class Kinds {
    private Kinds() {}

    /** What was a file when its folder was listed may be something else when it is opened. */
    public static void demandFile(HostStat stat, HostFile file) throws IOException {
        if (!stat.isFile()) {
            throw new IOException(FilePath.of(file.name()) + " was a file and is none any more");
        }
    }

    /** The bits of the mode that say what it is. */
    public static int bits(FileKind kind) {
        return switch (kind) {
            case FILE -> HostStat.FILE;
            case FOLDER -> HostStat.FOLDER;
            case SYMBOLIC_LINK -> HostStat.SYMBOLIC_LINK;
            case FIFO -> HostStat.FIFO;
            case SOCKET -> HostStat.SOCKET;
            case CHARACTER_DEVICE -> HostStat.CHARACTER_DEVICE;
            case BLOCK_DEVICE -> HostStat.BLOCK_DEVICE;
        };
    }

    public static FileKind of(HostStat stat) {
        return switch (stat.kind()) {
            case HostStat.FOLDER -> FileKind.FOLDER;
            case HostStat.SYMBOLIC_LINK -> FileKind.SYMBOLIC_LINK;
            case HostStat.FIFO -> FileKind.FIFO;
            case HostStat.SOCKET -> FileKind.SOCKET;
            case HostStat.CHARACTER_DEVICE -> FileKind.CHARACTER_DEVICE;
            case HostStat.BLOCK_DEVICE -> FileKind.BLOCK_DEVICE;
            default -> FileKind.FILE;
        };
    }
}
