package holdfast.vault.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.vault.host.RawText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The path of a file in a snapshot: bytes, segments joined by {@code /}, without one at the end. Absolute paths
 * start with {@code /}. On file systems names are bytes, so they need not be UTF-8.
 *
 * <p>Ordered by bytes. The text form is UTF-8; a byte that is not UTF-8 reads {@code \xNN}, and a backslash
 * {@code \\}, so that {@link #parse} gives the same path back.
 */
public final class FilePath implements Comparable<FilePath> {
    private static final FilePath HERE = of(".");
    private static final FilePath UP = of("..");

    private final byte[] bytes;

    private FilePath(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @param bytes copied */
    public static FilePath of(byte[] bytes) {
        return new FilePath(bytes.clone());
    }

    /** The path of a plain text, without escapes; as {@link RawText} has it. */
    public static FilePath of(String text) {
        return new FilePath(RawText.bytes(text));
    }

    /** As the host's file system has it, with {@code /} between segments. */
    public static FilePath of(Path path) {
        return of(path.toString().replace(path.getFileSystem().getSeparator(), "/"));
    }

    /** The path of which {@link #toString} gave this text. */
    public static FilePath parse(String text) {
        return new FilePath(Escapes.parse(text));
    }

    /** Its segments: without empty ones, and without the slash of an absolute one. */
    public List<FilePath> segments() {
        List<FilePath> segments = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '/') {
                if (i > start) {
                    segments.add(new FilePath(Arrays.copyOfRange(bytes, start, i)));
                }
                start = i + 1;
            }
        }
        return segments;
    }

    public boolean isAbsolute() {
        return bytes.length > 0 && bytes[0] == '/';
    }

    /** Without {@code .} and double slashes, and without each {@code ..} that has something before it. */
    public FilePath normalized() {
        List<FilePath> kept = new ArrayList<>();
        for (FilePath segment : segments()) {
            boolean up = segment.equals(UP);
            boolean below = !kept.isEmpty() && !kept.getLast().equals(UP);
            if (up && below) {
                kept.removeLast();
            } else if (!segment.equals(HERE) && !(up && isAbsolute())) {
                kept.add(segment);
            }
        }
        FilePath path = new FilePath(isAbsolute() ? new byte[] {'/'} : new byte[0]);
        for (FilePath segment : kept) {
            path = path.child(segment.bytes);
        }
        return path;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** This path with one more segment. */
    public FilePath child(byte[] name) {
        boolean slash = bytes.length > 0 && bytes[bytes.length - 1] != '/';
        byte[] joined = Arrays.copyOf(bytes, bytes.length + (slash ? 1 : 0) + name.length);
        if (slash) {
            joined[bytes.length] = '/';
        }
        System.arraycopy(name, 0, joined, joined.length - name.length, name.length);
        return new FilePath(joined);
    }

    /** Without the last segment: {@code /} of {@code /a}, nothing of {@code a} and of {@code /}. */
    public FilePath parent() {
        int end = bytes.length - name().bytes.length;
        boolean root = end == 1 && bytes.length > 1;
        return new FilePath(Arrays.copyOf(bytes, root ? 1 : Math.max(0, end - 1)));
    }

    /** The last segment. */
    public FilePath name() {
        int start = bytes.length;
        while (start > 0 && bytes[start - 1] != '/') {
            start--;
        }
        return new FilePath(Arrays.copyOfRange(bytes, start, bytes.length));
    }

    /** Whether this is {@code folder} or lies in it. */
    public boolean isWithin(FilePath folder) {
        int length = folder.bytes.length;
        if (length == 0 || (length == 1 && folder.bytes[0] == '/')) {
            return true;
        }
        return bytes.length >= length
                && Arrays.equals(bytes, 0, length, folder.bytes, 0, length)
                && (bytes.length == length || bytes[length] == '/');
    }

    /** For patterns: text that any bytes can be turned back from. */
    public String rawText() {
        return RawText.of(bytes);
    }

    /** The text, if the bytes are UTF-8 without anything to escape. */
    public boolean isPlainText() {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().indexOf('\\') < 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Override
    public int compareTo(FilePath other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FilePath that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return Escapes.format(bytes);
    }
}
