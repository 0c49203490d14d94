package holdfast.vault.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder that files are restored into. Paths are relative to it, bytes, segments joined by {@code /}. What lies
 * there already is replaced, never written through: a link that points out of the folder leads nowhere. Thread-safe.
 */
public interface HostTarget {
    /** The best there is for this operating system. */
    static HostTarget of(byte[] top) {
        return System.getProperty("os.name", "").equals("Linux")
                ? new LinuxTarget(top)
                : new PortableTarget(Path.of(Names.text(top)));
    }

    /**
     * What a file gets when its content is there.
     *
     * @param permissions 07777
     */
    record Finish(int permissions, int user, int group, long seconds, int nanos, List<HostAttribute> attributes) {}

    /** Makes a folder; one that is there stays as it is, anything else of that name is removed. */
    void makeFolder(byte[] path) throws IOException;

    /**
     * Writes a part of a regular file.
     *
     * @param create whether it is the first part: what lies there is removed, a new file made
     * @param size if not negative, the file's length afterwards
     * @param finish if this is the last part
     */
    void write(
            byte[] path,
            boolean create,
            long offset,
            byte[] bytes,
            int from,
            int length,
            long size,
            @Nullable Finish finish)
            throws IOException;

    /** Whether a regular file that is there can be written into: not if it runs, or belongs to somebody else. */
    boolean isWritable(byte[] path);

    /** Removes a file, or a folder that is empty. */
    void remove(byte[] path) throws IOException;

    void makeSymbolicLink(byte[] path, byte[] target, Finish finish) throws IOException;

    /** Another name of a file that is there. */
    void makeHardLink(byte[] path, byte[] existing) throws IOException;

    /**
     * A device, fifo or socket.
     *
     * @param kind as in {@link HostStat}
     */
    void makeSpecial(byte[] path, int kind, long deviceNumber, Finish finish) throws IOException;

    /** Mode, owner, attributes and times of a folder, when everything in it is done. */
    void finishFolder(byte[] path, Finish finish) throws IOException;
}
