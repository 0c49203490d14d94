package holdfast.server.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who we are to the operating system, and whom a file belongs to. Linux only, like the database's binaries. */
public final class OsAccounts {
    private OsAccounts() {}

    /** The effective user id of this process. */
    public static int ourUid() {
        try {
            return ownerOf(Path.of("/proc/self"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read /proc/self; Holdfast's server needs Linux.", e);
        }
    }

    public static boolean weAreRoot() {
        return ourUid() == 0;
    }

    /** The user id that a file belongs to. */
    public static int ownerOf(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid");
    }
}
