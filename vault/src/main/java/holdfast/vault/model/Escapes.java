package holdfast.vault.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/** Bytes as text that can be turned back: UTF-8, {@code \xNN} for a byte that is not, {@code \\} for a backslash. */
final class Escapes {
    private Escapes() {}

    static String format(byte[] bytes) {
        CharsetDecoder decoder = UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        StringBuilder text = new StringBuilder(bytes.length);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            text.append(out.flip().toString().replace("\\", "\\\\"));
            out.clear();
            if (!result.isError()) {
                return text.toString();
            }
            for (int i = 0; i < result.length(); i++) {
                text.append(String.format("\\x%02x", in.get()));
            }
        }
    }

    static byte[] parse(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        int at = 0;
        while (at < text.length()) {
            int escape = text.indexOf('\\', at);
            int end = escape < 0 ? text.length() : escape;
            out.writeBytes(text.substring(at, end).getBytes(UTF_8));
            if (escape < 0) {
                break;
            }
            if (text.startsWith("\\\\", escape)) {
                out.write('\\');
                at = escape + 2;
            } else if (text.startsWith("\\x", escape) && escape + 4 <= text.length()) {
                out.write(Integer.parseInt(text, escape + 2, escape + 4, 16));
                at = escape + 4;
            } else {
                throw new IllegalArgumentException("a backslash without \\ or xNN behind it: " + text);
            }
        }
        return out.toByteArray();
    }
}
