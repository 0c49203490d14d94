package holdfast.vault.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/**
 * Bytes as Java text that can be turned back, for arguments and patterns: UTF-8, and for a byte {@code 0xNN} that
 * is not UTF-8 the lone surrogate {@code U+DCNN}, which no valid text has. For people there is
 * {@code FilePath.toString}.
 */
public final class RawText {
    private static final char REPLACEMENT = '\uFFFD';
    private static final int ESCAPE = 0xDC00;

    private RawText() {}

    public static String of(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : escaped(bytes);
    }

    private static String escaped(byte[] bytes) {
        CharsetDecoder decoder = UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) {
                return out.flip().toString();
            }
            for (int i = 0; i < result.length(); i++) {
                out.put((char) (ESCAPE | (in.get() & 0xff)));
            }
        }
    }

    public static byte[] bytes(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = i > start && Character.isHighSurrogate(text.charAt(i - 1));
            if (c >= (ESCAPE | 0x80) && c <= (ESCAPE | 0xff) && !pair) {
                out.writeBytes(text.substring(start, i).getBytes(UTF_8));
                out.write(c & 0xff);
                start = i + 1;
            }
        }
        out.writeBytes(text.substring(start).getBytes(UTF_8));
        return out.toByteArray();
    }
}
