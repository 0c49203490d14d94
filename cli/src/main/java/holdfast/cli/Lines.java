package holdfast.cli;

import holdfast.vault.host.RawText;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Files of lines that may hold any bytes; {@code -} is standard input. Lines come as {@link RawText}. */
final class Lines {
    private Lines() {}

    /** What stands between the separators; nothing for an empty rest. */
    static List<String> of(String file, char separator) throws IOException {
        byte[] bytes;
        try (InputStream in =
                file.equals("-") ? new FileInputStream(FileDescriptor.in) : Files.newInputStream(Path.of(file))) {
            bytes = in.readAllBytes();
        }
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length ? i > start : bytes[i] == separator) {
                lines.add(RawText.of(Arrays.copyOfRange(bytes, start, i)));
                start = i + 1;
            }
        }
        return lines;
    }

    /** Without blanks around them, empty ones, and comments: those that start with {@code #}. */
    static List<String> stripped(String file) throws IOException {
        return of(file, '\n').stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
