package holdfast.vault.host;

import java.io.IOException;
import java.nio.file.Path;

/** A way to the files of this machine. Thread-safe. */
public interface Host {
    /** The best there is for this operating system. */
    static Host here() {
        return System.getProperty("os.name", "").equals("Linux") ? new LinuxHost() : new PortableHost();
    }

    /** The file at a path, itself even if it is a symbolic link. */
    HostFile file(Path path) throws IOException;
}
