package holdfast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this machine calls itself, without asking a name server. */
final class HostName {
    private HostName() {}

    static String here() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname"), UTF_8).strip();
        } catch (IOException e) {
            String name = System.getenv("HOSTNAME");
            return name == null ? "" : name;
        }
    }
}
