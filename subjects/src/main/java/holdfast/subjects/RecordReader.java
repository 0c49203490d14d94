package holdfast.subjects;

import org.jspecify.annotations.Nullable;

/** Reads single records out of a register, by their bytes alone. Not thread-safe. */
public final class RecordReader {
    private final Layout layout;
    private final RowReader rows;
    private @Nullable Contact contact;

    public RecordReader(Layout layout) {
        this.layout = layout;
        this.rows = new RowReader(layout);
    }

    /**
     * The contact in one record.
     *
     * @param record its bytes, without the line end
     * @throws RegisterException if the bytes are no record of this layout
     */
    public Contact contact(byte[] record) throws RegisterException {
        contact = null;
        CsvParser parser =
                new CsvParser((byte) layout.delimiter(), 0, layout.kinds().size(), new CsvParser.Handler() {
                    @Override
                    public void row(CsvRow row) {
                        contact = rows.contact(row);
                    }

                    @Override
                    public void broken(BrokenRow row) {
                        contact = null;
                    }
                });
        parser.accept(record, 0, record.length);
        parser.finish();
        if (contact == null) {
            throw new RegisterException(
                    "the bytes are no record of " + layout.kinds().size() + " fields");
        }
        return contact;
    }
}
