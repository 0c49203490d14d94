import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Names of files between bytes, text to be read, and what the JDK can write.
 *
 * <p>In the vault a name is bytes, as on Unix. Shown, it is UTF-8; a byte that is not, and a control character, is
 * written {@code \xNN}, a backslash {@code \\}, so that text can be turned back into the bytes. On disk the JDK writes
 * names in the encoding of the locale and has no way to write others: a name that cannot be written gets {@code %NN}
 * for its odd bytes, and the program says so.
 */
final class Names {
    private static final Charset DISK = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    private Names() {}

    /** Bytes as text for people, reversible. */
    static String show(byte[] name) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(name);
        CharBuffer out = CharBuffer.allocate(name.length + 1);
        StringBuilder text = new StringBuilder();
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            out.flip().chars().forEach(c -> text.append(shown((char) c)));
            out.clear();
            if (!result.isError()) {
                return text.toString();
            }
            for (int i = 0; i < result.length(); i++) {
                text.append(String.format("\\x%02x", in.get()));
            }
        }
    }

    private static String shown(char c) {
        return c == '\\' ? "\\\\" : c < ' ' || c == 127 ? String.format("\\x%02x", (int) c) : String.valueOf(c);
    }

    /** The bytes that were shown so. */
    static byte[] parse(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) != '\\') {
                int end = text.indexOf('\\', at) < 0 ? text.length() : text.indexOf('\\', at);
                out.writeBytes(Crypto.utf8(text.substring(at, end)));
                at = end - 1;
            } else if (text.startsWith("\\x", at) && at + 4 <= text.length()) {
                out.write(Integer.parseInt(text, at + 2, at + 4, 16));
                at += 3;
            } else {
                out.write('\\');
                at += text.startsWith("\\\\", at) ? 1 : 0;
            }
        }
        return out.toByteArray();
    }

    /** The name for the disk, if the JDK can write just these bytes; else null. */
    static String onDisk(byte[] name) {
        String text = new String(name, DISK);
        return Arrays.equals(text.getBytes(DISK), name) ? text : null;
    }

    /** A stand-in for a name that the JDK cannot write. */
    static String standIn(byte[] name) {
        StringBuilder text = new StringBuilder();
        for (byte b : name) {
            text.append(b > ' ' && b < 127 && b != '%' ? String.valueOf((char) b) : String.format("%%%02x", b));
        }
        return text.toString();
    }
}
