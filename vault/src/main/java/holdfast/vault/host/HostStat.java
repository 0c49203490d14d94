package holdfast.vault.host;

/**
 * What {@code lstat} tells of a file.
 *
 * @param mode kind and permissions, as POSIX has them: {@code mode & 0170000} is the kind
 * @param size in bytes
 * @param seconds with {@code nanos} the time of the last change of content
 * @param changedSeconds with {@code changedNanos} the time of the last change of anything
 * @param device of the file system that the file is on; {@code deviceNumber} that of a device file
 */
public record HostStat(
        int mode,
        long size,
        int user,
        int group,
        long seconds,
        int nanos,
        long changedSeconds,
        int changedNanos,
        long device,
        long inode,
        int links,
        long deviceNumber) {
    public static final int KIND = 0170000;
    public static final int FILE = 0100000;
    public static final int FOLDER = 0040000;
    public static final int SYMBOLIC_LINK = 0120000;
    public static final int FIFO = 0010000;
    public static final int SOCKET = 0140000;
    public static final int CHARACTER_DEVICE = 0020000;
    public static final int BLOCK_DEVICE = 0060000;

    public int kind() {
        return mode & KIND;
    }

    public int permissions() {
        return mode & 07777;
    }

    public boolean isFile() {
        return kind() == FILE;
    }

    public boolean isFolder() {
        return kind() == FOLDER;
    }

    /** Whether nothing has happened to the file since {@code before} was taken, as far as the kernel tells. */
    public boolean sameContentAs(HostStat before) {
        return size == before.size
                && seconds == before.seconds
                && nanos == before.nanos
                && changedSeconds == before.changedSeconds
                && changedNanos == before.changedNanos
                && inode == before.inode;
    }
}
