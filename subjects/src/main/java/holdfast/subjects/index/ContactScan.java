package holdfast.subjects.index;

import holdfast.subjects.Contact;
import holdfast.subjects.RecordReader;
import holdfast.subjects.RegisterException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.IntPredicate;

/**
 * Takes a register's bytes as they are dumped, and gives the contacts of the records that are wanted. Only the
 * bytes of the record being read are kept. Not thread-safe.
 */
public final class ContactScan extends OutputStream {
    /** Gets one contact. */
    public interface Sink {
        void contact(int ordinal, Contact contact);
    }

    private final RegisterPlaces places;
    private final IntPredicate wanted;
    private final Sink sink;
    private final RecordReader reader;
    private long position;
    private int record;
    private byte[] bytes = new byte[0];
    private int filled;

    /** @param wanted ordinals of persons */
    public ContactScan(RegisterPlaces places, IntPredicate wanted, Sink sink) {
        this.places = places;
        this.wanted = wanted;
        this.sink = sink;
        this.reader = new RecordReader(places.layout());
        next();
    }

    /** Goes on to the next record that is wanted, from {@link #record} on. */
    private void next() {
        while (record < places.size() && !wanted.test(places.ordinal(record))) {
            record++;
        }
        if (record < places.size()) {
            bytes = new byte[places.length(record)];
            filled = 0;
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        long end = position + length;
        while (record < places.size() && places.start(record) + filled < end) {
            int at = (int) (places.start(record) + filled - position);
            int n = Math.min(bytes.length - filled, length - at);
            System.arraycopy(from, offset + at, bytes, filled, n);
            filled += n;
            if (filled < bytes.length) {
                break;
            }
            give();
            record++;
            next();
        }
        position = end;
    }

    private void give() throws IOException {
        try {
            sink.contact(places.ordinal(record), reader.contact(bytes));
        } catch (RegisterException e) {
            throw new IOException(
                    places.file() + " at byte " + places.start(record)
                            + " does not hold the record that the index knows there: " + e.getMessage(),
                    e);
        }
    }

    /**
     * @throws IOException if the register ended before its last wanted record
     */
    @Override
    public void close() throws IOException {
        if (record < places.size()) {
            throw new IOException(places.file() + " ended before a record that the index knows in it");
        }
    }
}
