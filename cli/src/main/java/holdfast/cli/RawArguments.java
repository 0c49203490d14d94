package holdfast.cli;

import holdfast.vault.host.RawText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The command's arguments byte for byte. Java decodes them by the locale, and what the locale cannot say is lost
 * before the program starts; Linux keeps the bytes. They come as {@link RawText}.
 */
final class RawArguments {
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

    private RawArguments() {}

    /** @param decoded as Java gave them; what is left where the system does not keep the bytes */
    static List<String> of(String[] decoded) {
        List<String> all = new ArrayList<>();
        try {
            byte[] bytes = Files.readAllBytes(COMMAND_LINE);
            int start = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == 0) {
                    all.add(RawText.of(Arrays.copyOfRange(bytes, start, i)));
                    start = i + 1;
                }
            }
        } catch (IOException e) {
            return List.of(decoded);
        }
        // Before the program's own arguments stand the JVM's.
        return all.size() < decoded.length
                ? List.of(decoded)
                : List.copyOf(all.subList(all.size() - decoded.length, all.size()));
    }
}
