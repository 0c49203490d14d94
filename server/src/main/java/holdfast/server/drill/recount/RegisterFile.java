package holdfast.server.drill.recount;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A register in memory, read from start to end: the rules of the registers, written a second time. */
final class RegisterFile {
    /** At a line end inside quotes, a longer row counts as one whose quote never closes. */
    private static final int LONGEST_QUOTED = 1024 * 1024;

    private final byte[] bytes;
    private final byte delimiter;
    private int columns = -1;
    private long line = 1;

    RegisterFile(byte[] bytes, char delimiter) {
        this.bytes = bytes;
        this.delimiter = (byte) delimiter;
    }

    /** One row below the header, sound or broken; {@code end} is before its line end. */
    final class Row {
        final int start;
        final long line;
        final List<int[]> fields = new ArrayList<>();
        int end;
        int secondLine = -1;
        boolean sound = true;

        Row(int start, long line) {
            this.start = start;
            this.line = line;
        }

        String field(int column) {
            int[] field = fields.get(column);
            String text = new String(bytes, field[0], field[1] - field[0], StandardCharsets.UTF_8);
            if (text.length() > 1 && text.startsWith("\"")) {
                text = text.substring(1, text.length() - 1).replace("\"\"", "\"");
            }
            return text.strip();
        }
    }

    /** Gives every row after the header, in order. */
    void rows(Consumer<Row> each) {
        int at = bytes.length > 2 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf
                ? 3
                : 0;
        while (at < bytes.length) {
            if (isLineEnd(at)) {
                at = behindLineEnd(at);
                line++;
                continue;
            }
            Row row = row(at);
            at = isEmpty(row) ? behind(row) : judge(row, each);
        }
    }

    /** Gives the row as sound or broken; answers where to go on. */
    private int judge(Row row, Consumer<Row> each) {
        row.sound &= (columns < 0 || row.fields.size() == columns) && isText(row);
        boolean again = !row.sound && row.secondLine >= 0;
        if (again) {
            row.end = beforeLineEnd(row.secondLine, row.start);
        }
        if (columns < 0) {
            columns = row.fields.size();
        } else {
            each.accept(row);
        }
        if (!again) {
            return behind(row);
        }
        line++;
        return row.secondLine;
    }

    private int behind(Row row) {
        line += lineEnds(row.start, row.end);
        return row.end;
    }

    private Row row(int start) {
        Row row = new Row(start, line);
        int at = start;
        while (true) {
            int end = field(row, at);
            if (end < 0) {
                row.sound = false;
                row.end = bytes.length;
                return row;
            }
            row.fields.add(new int[] {at, end});
            if (end == bytes.length || bytes[end] != delimiter) {
                row.end = end;
                return row;
            }
            at = end + 1;
        }
    }

    /** Where the field ends that begins at {@code at}; -1 if its quote never closes. */
    private int field(Row row, int at) {
        int i = at;
        if (i < bytes.length && bytes[i] == '"') {
            i = closingQuote(row, i + 1);
            if (i < 0) {
                return -1;
            }
            i++;
            row.sound &= i == bytes.length || bytes[i] == delimiter || isLineEnd(i);
        }
        while (i < bytes.length && bytes[i] != delimiter && !isLineEnd(i)) {
            i++;
        }
        return i;
    }

    private int closingQuote(Row row, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '"') {
                if (i + 1 == bytes.length || bytes[i + 1] != '"') {
                    return i;
                }
                i++;
            } else if (isLineEnd(i)) {
                row.secondLine = row.secondLine < 0 ? behindLineEnd(i) : row.secondLine;
                if (i + 1 - row.start > LONGEST_QUOTED) {
                    return -1;
                }
            }
        }
        return -1;
    }

    /** Nothing in any field: only blanks, tabs and quotes between the delimiters. */
    private boolean isEmpty(Row row) {
        if (row.fields.isEmpty() || row.fields.getLast()[1] != row.end) {
            return false;
        }
        for (int[] field : row.fields) {
            for (int i = field[0]; i < field[1]; i++) {
                if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '"') {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isText(Row row) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, row.start, row.end - row.start));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private boolean isLineEnd(int at) {
        return bytes[at] == '\n' || bytes[at] == '\r';
    }

    private int behindLineEnd(int at) {
        boolean two = bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n';
        return at + (two ? 2 : 1);
    }

    private int beforeLineEnd(int behind, int start) {
        int end = behind - 1;
        return end > start && bytes[end] == '\n' && bytes[end - 1] == '\r' ? end - 1 : end;
    }

    private int lineEnds(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (isLineEnd(i)) {
                count++;
                i = behindLineEnd(i) - 1;
            }
        }
        return count;
    }
}
