package holdfast.vault.host;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;

/** Names between bytes and Java's paths. */
final class Names {
    private static final Charset NATIVE =
            Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"), Charset.defaultCharset());

    private Names() {}

    /** As the system calls it; what the locale cannot say is lost. */
    static byte[] bytes(Path path) {
        return path.toString().getBytes(NATIVE);
    }

    static String text(byte[] bytes) {
        return new String(bytes, NATIVE);
    }

    /** For messages. */
    static String shown(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    static byte[] join(byte[] folder, byte[] name) {
        boolean slash = folder.length > 0 && folder[folder.length - 1] != '/';
        byte[] joined = Arrays.copyOf(folder, folder.length + (slash ? 1 : 0) + name.length);
        if (slash) {
            joined[folder.length] = '/';
        }
        System.arraycopy(name, 0, joined, joined.length - name.length, name.length);
        return joined;
    }
}
