package holdfast.subjects;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One row of a CSV file: a view of the parser's buffer, valid only while its handler runs. Not thread-safe.
 *
 * <p>Fields are counted from 0.
 */
public final class CsvRow {
    private static final byte QUOTE = '"';

    byte[] buffer = new byte[0];
    int from;
    int to;
    long line;
    long start;
    boolean ascii;
    private int fields;
    private int[] ends = new int[32];

    CsvRow() {}

    void clear() {
        fields = 0;
    }

    /** A field ends before {@code end}, counted from the start of the row. */
    void endField(int end) {
        if (fields == ends.length) {
            ends = Arrays.copyOf(ends, 2 * fields);
        }
        ends[fields++] = end;
    }

    /** The line of the file on which the row begins, from 1. */
    public long line() {
        return line;
    }

    /** The first byte of the row in its file. */
    public long start() {
        return start;
    }

    /** The bytes of the row without its line end. */
    public int length() {
        return to - from;
    }

    boolean isAscii() {
        return ascii;
    }

    public int fields() {
        return fields;
    }

    /** Whether a field has nothing in it, or blanks only. */
    public boolean isBlank(int field) {
        for (int i = begin(field); i < from + ends[field]; i++) {
            if (buffer[i] != ' ' && buffer[i] != QUOTE && buffer[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Whether there is nothing in any field. */
    public boolean isBlank() {
        for (int i = 0; i < fields; i++) {
            if (!isBlank(i)) {
                return false;
            }
        }
        return true;
    }

    /** The text of a field: without its quotes, doubled quotes single, blanks at both ends removed. */
    public String text(int field) {
        int begin = begin(field);
        int end = from + ends[field];
        String raw;
        if (end - begin >= 2 && buffer[begin] == QUOTE) {
            raw = new String(buffer, begin + 1, end - begin - 2, StandardCharsets.UTF_8);
            raw = raw.indexOf('"') < 0 ? raw : raw.replace("\"\"", "\"");
        } else {
            raw = new String(buffer, begin, end - begin, StandardCharsets.UTF_8);
        }
        return raw.strip();
    }

    private int begin(int field) {
        return field == 0 ? from : from + ends[field - 1] + 1;
    }
}
