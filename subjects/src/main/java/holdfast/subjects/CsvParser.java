package holdfast.subjects;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * RFC 4180 over bytes as they come: rows with their exact byte ranges, and what is broken.
 *
 * <p>The rules stand in the package's documentation. All bytes from the start of the row being read are kept,
 * so that a row that turns out broken can be read again from its second line. Not thread-safe.
 */
final class CsvParser {
    /** At a line end inside quotes, a row longer than this counts as one whose quote never closes. Bytes. */
    static final int MAX_QUOTED_ROW = 1 << 20;

    /** No row of a register is this long. Bytes. */
    static final int MAX_ROW = 1 << 24;

    static final String NOT_UTF_8 = "bytes that are not UTF-8";

    /** Gets the rows in the order of the file. */
    interface Handler {
        void row(CsvRow row) throws RegisterException;

        void broken(BrokenRow row) throws RegisterException;
    }

    private enum State {
        FIELD_START,
        UNQUOTED,
        QUOTED,
        QUOTE_SEEN
    }

    private final byte delimiter;
    private final Handler handler;
    private final CsvRow row = new CsvRow();
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();

    private byte[] buffer = new byte[1 << 16];
    /** Offset in the file of {@code buffer[0]}. */
    private long base;

    private int limit;
    private int position;
    private int rowStart;
    private long rowLine = 1;
    private State state = State.FIELD_START;
    private boolean textAfterQuote;
    private boolean afterReturn;
    /** Where the second line of the row begins, or -1 while the row has only one. */
    private int secondLine = -1;
    /** Fields of a sound row, 0 until the header is read. */
    private int columns;

    /**
     * @param start offset in the file of the first byte that will come
     * @param columns fields of a sound row; 0 if the first row is the header, which tells
     */
    CsvParser(byte delimiter, long start, int columns, Handler handler) {
        this.delimiter = delimiter;
        this.base = start;
        this.columns = columns;
        this.handler = handler;
    }

    /** Takes the next bytes of the file. */
    void accept(byte[] bytes, int offset, int length) throws RegisterException {
        makeRoom(length);
        System.arraycopy(bytes, offset, buffer, limit, length);
        limit += length;
        scan();
    }

    /** The file ends here: ends its last row. */
    void finish() throws RegisterException {
        while (rowStart < limit) {
            if (state == State.QUOTED) {
                breakRow("a quote is opened and never closed", limit);
            } else {
                endRow(limit);
            }
            scan();
        }
    }

    private void makeRoom(int length) throws RegisterException {
        if (limit + length <= buffer.length) {
            return;
        }
        int kept = limit - rowStart;
        if (kept > MAX_ROW) {
            throw new RegisterException("line " + rowLine + " is longer than " + MAX_ROW + " bytes: no register");
        }
        byte[] target = kept + length <= buffer.length ? buffer : new byte[2 * (kept + length)];
        System.arraycopy(buffer, rowStart, target, 0, kept);
        buffer = target;
        base += rowStart;
        position -= rowStart;
        secondLine = secondLine < 0 ? -1 : secondLine - rowStart;
        rowStart = 0;
        limit = kept;
    }

    private void scan() throws RegisterException {
        while (position < limit) {
            byte b = buffer[position++];
            boolean lineEnd = b == '\n' || b == '\r';
            if (state == State.QUOTED) {
                if (b == '"') {
                    state = State.QUOTE_SEEN;
                } else if (lineEnd) {
                    lineEndInQuotes(b);
                }
            } else if (lineEnd) {
                endLine(b);
            } else if (b == delimiter) {
                row.endField(position - 1 - rowStart);
                state = State.FIELD_START;
            } else if (b == '"' && state != State.UNQUOTED) {
                state = State.QUOTED;
            } else {
                textAfterQuote |= state == State.QUOTE_SEEN;
                state = State.UNQUOTED;
            }
        }
    }

    private void lineEndInQuotes(byte b) throws RegisterException {
        boolean secondHalf = b == '\n' && secondLine == position - 1 && buffer[position - 2] == '\r';
        if (secondLine < 0 || secondHalf) {
            secondLine = position;
        }
        if (position - rowStart > MAX_QUOTED_ROW) {
            breakRow("a quote is opened and not closed within " + MAX_QUOTED_ROW + " bytes", position);
        }
    }

    private void endLine(byte b) throws RegisterException {
        boolean restOfLineEnd = b == '\n' && afterReturn && rowStart == position - 1;
        if (restOfLineEnd) {
            rowStart = position;
            afterReturn = false;
        } else {
            int after = position;
            endRow(after - 1);
            afterReturn = position == after ? b == '\r' : afterReturn;
        }
    }

    /** The row ends before {@code end}; its line end, if it has one, was the last byte taken. */
    private void endRow(int end) throws RegisterException {
        row.endField(end - rowStart);
        row.buffer = buffer;
        row.from = rowStart;
        row.to = end;
        row.line = rowLine;
        row.start = base + rowStart;
        if (row.isBlank()) {
            startRow(position, 1 + breaksIn(rowStart, end));
            return;
        }
        String problem = problemOf(end);
        if (problem.isEmpty()) {
            columns = columns == 0 ? row.fields() : columns;
            handler.row(row);
            startRow(position, 1 + breaksIn(rowStart, end));
        } else {
            breakRow(problem, end);
        }
    }

    private String problemOf(int end) {
        if (columns == 0 && secondLine >= 0) {
            // A quote that is not closed would make the rows below a part of the header.
            return "it goes over several lines; is a quote not closed?";
        }
        if (textAfterQuote) {
            return "there is text after a closing quote";
        }
        if (columns != 0 && row.fields() != columns) {
            return row.fields() + " fields where the header has " + columns;
        }
        return isUtf8(rowStart, end) ? "" : NOT_UTF_8;
    }

    /** Gives up the first line of the row, and goes on reading at its second. */
    private void breakRow(String problem, int end) throws RegisterException {
        if (columns == 0) {
            throw new RegisterException("the header is broken: " + problem);
        }
        int lineEnd = secondLine < 0 ? end : withoutLineEnd(secondLine);
        handler.broken(new BrokenRow(rowLine, base + rowStart, lineEnd - rowStart, problem, personsAtMost(lineEnd)));
        if (secondLine >= 0) {
            position = secondLine;
            afterReturn = buffer[secondLine - 1] == '\r';
        } else {
            position = Math.max(position, end);
        }
        startRow(position, 1);
    }

    private void startRow(int at, int lines) {
        rowStart = at;
        rowLine += lines;
        state = State.FIELD_START;
        textAfterQuote = false;
        secondLine = -1;
        row.clear();
    }

    private int withoutLineEnd(int afterLineEnd) {
        int end = afterLineEnd - 1;
        return buffer[end] == '\n' && end > rowStart && buffer[end - 1] == '\r' ? end - 1 : end;
    }

    /** Rows whose line ends were lost: k of them, of n fields each, make k(n-1)+1 fields. */
    private int personsAtMost(int end) {
        boolean fieldsKnown = secondLine < 0 && !textAfterQuote && state != State.QUOTED;
        int delimiters = fieldsKnown ? row.fields() - 1 : 0;
        for (int i = rowStart; i < end && !fieldsKnown; i++) {
            delimiters += buffer[i] == delimiter ? 1 : 0;
        }
        return columns < 2 ? 1 : Math.max(1, Math.ceilDiv(delimiters, columns - 1));
    }

    private int breaksIn(int from, int to) {
        if (secondLine < 0) {
            return 0;
        }
        int breaks = 0;
        for (int i = from; i < to; i++) {
            boolean restOfLineEnd = buffer[i] == '\n' && i > from && buffer[i - 1] == '\r';
            breaks += (buffer[i] == '\n' || buffer[i] == '\r') && !restOfLineEnd ? 1 : 0;
        }
        return breaks;
    }

    private boolean isUtf8(int from, int to) {
        row.ascii = true;
        for (int i = from; i < to; i++) {
            if (buffer[i] < 0) {
                row.ascii = false;
                try {
                    utf8.reset().decode(ByteBuffer.wrap(buffer, i, to - i));
                    return true;
                } catch (CharacterCodingException e) {
                    return false;
                }
            }
        }
        return true;
    }
}
