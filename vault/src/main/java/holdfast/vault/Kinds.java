package holdfast.vault;

import holdfast.vault.host.HostStat;

/** Kinds of files between the host's numbers and the vault's. */
final class Kinds {
    private Kinds() {}

    static FileKind of(HostStat stat) {
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
