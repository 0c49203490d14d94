package holdfast.vault.host;

import java.io.IOException;
import java.util.List;

/** A file of any kind, as it was when its folder was listed. Methods that ask again may find it gone. */
public interface HostFile {
    /** The last segment of its path. */
    byte[] name();

    /** As of the listing. */
    HostStat stat();

    /** What is in a folder, sorted by the bytes of the names. One that vanishes meanwhile is left out. */
    List<HostFile> children() throws IOException;

    /** Opens a regular file for reading from its start. */
    HostContent open() throws IOException;

    /** Where a symbolic link points. */
    byte[] linkTarget() throws IOException;

    /** Its extended attributes, sorted by the bytes of their names; none where the file system has none. */
    List<HostAttribute> attributes() throws IOException;
}
