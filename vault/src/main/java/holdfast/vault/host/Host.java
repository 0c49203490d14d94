package holdfast.vault.host;

import java.io.IOException;

/** A way to the files of this machine. Paths are bytes, segments joined by {@code /}. Thread-safe. */
public interface Host {
    /** The best there is for this operating system. */
    static Host here() {
        return System.getProperty("os.name", "").equals("Linux") ? new LinuxHost() : new PortableHost();
    }

    /** The file at a path, itself even if it is a symbolic link. */
    HostFile file(byte[] path) throws IOException;

    /** What relative paths are relative to. */
    byte[] workingFolder() throws IOException;
}
