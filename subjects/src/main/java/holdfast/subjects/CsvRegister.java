package holdfast.subjects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A register read as its bytes go by, in pieces of any size: every record with its byte range, every broken row.
 * Not thread-safe.
 */
public final class CsvRegister {
    /** Gets records and broken rows in the order of the file. */
    public interface Listener {
        void record(RegisterRecord row);

        void broken(BrokenRow row);
    }

    private final String file;
    private final RegisterSpec spec;
    private final Listener listener;
    private final EncodingWatch encoding = new EncodingWatch();

    /** The bytes up to the first line end, from which delimiter and encoding are seen. */
    private byte[] head = new byte[0];

    private @Nullable CsvParser parser;
    private @Nullable Layout layout;
    private @Nullable RowReader rows;
    private long records;
    private long broken;

    /** @param file its name in messages */
    public CsvRegister(String file, RegisterSpec spec, Listener listener) {
        this.file = file;
        this.spec = spec;
        this.listener = listener;
    }

    /**
     * Takes the next bytes of the file.
     *
     * @throws RegisterException if the file is no register that can be read; nothing may follow then
     */
    public void accept(byte[] bytes, int offset, int length) throws RegisterException {
        try {
            if (parser != null) {
                parser.accept(bytes, offset, length);
                return;
            }
            int before = head.length;
            head = Arrays.copyOf(head, before + length);
            System.arraycopy(bytes, offset, head, before, length);
            int line = Header.length(head);
            if (line >= 0) {
                begin(line);
            } else if (head.length > CsvParser.MAX_QUOTED_ROW) {
                throw new RegisterException("has no line end in its first " + head.length + " bytes: no register");
            }
        } catch (RegisterException e) {
            throw about(e);
        }
    }

    /** The file ends here. */
    public RegisterSummary finish() throws RegisterException {
        try {
            if (parser == null) {
                begin(head.length);
            }
            if (parser != null) {
                parser.finish();
            }
            if (layout == null) {
                throw new RegisterException("is empty: not even a header");
            }
            encoding.judge();
            return new RegisterSummary(file, records, broken, layout.identifiedBy(), layout);
        } catch (RegisterException e) {
            throw about(e);
        }
    }

    private void begin(int lineEnd) throws RegisterException {
        byte[] line = Arrays.copyOf(head, lineEnd);
        int start = Header.textStart(line);
        char delimiter = spec.mapping().delimiter().orElseGet(() -> Header.delimiter(line));
        parser = new CsvParser((byte) delimiter, start, 0, new Rows(delimiter));
        parser.accept(head, start, head.length - start);
        head = new byte[0];
    }

    private RegisterException about(RegisterException e) {
        return new RegisterException("register " + file + ": " + e.getMessage());
    }

    private final class Rows implements CsvParser.Handler {
        private final char delimiter;

        Rows(char delimiter) {
            this.delimiter = delimiter;
        }

        @Override
        public void row(CsvRow row) throws RegisterException {
            RowReader reader = rows;
            if (reader == null) {
                List<String> header = new ArrayList<>();
                for (int i = 0; i < row.fields(); i++) {
                    header.add(row.text(i));
                }
                Layout read = Layouts.of(header, delimiter, spec);
                layout = read;
                rows = new RowReader(read);
                return;
            }
            encoding.sound(row);
            Optional<Identity> who = reader.identity(row);
            if (who.isEmpty()) {
                broken(new BrokenRow(row.line(), row.start(), row.length(), "names nobody", 1));
                return;
            }
            records++;
            listener.record(new RegisterRecord(
                    row.line(),
                    row.start(),
                    row.length(),
                    who.get(),
                    reader.category(row),
                    reader.kinds(row),
                    reader.language(row)));
        }

        @Override
        public void broken(BrokenRow row) {
            encoding.broken(row);
            broken++;
            listener.broken(row);
        }
    }
}
