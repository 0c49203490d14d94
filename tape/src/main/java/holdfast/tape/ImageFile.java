package holdfast.tape;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A tape image in the SIMH magtape format, the one that emulators and tape tools share.
 *
 * <p>A block is its length (4 bytes, little-endian), its bytes, a zero byte if the length is odd, and its length
 * again; a filemark is a length of 0, alone. What follows the last whole record (a record cut by loss of power)
 * is no data. Positions are byte offsets. One thread at a time.
 */
final class ImageFile implements Closeable {
    /** The upper bits of a length mean other things in the format. */
    static final int MAX_BLOCK = (1 << 24) - 1;

    private final FileChannel channel;
    private final ByteBuffer length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);

    /** Where records begin: {@code starts[0..records]}, the last being the end of data. */
    private long[] starts = new long[64];

    private Kind[] kinds = new Kind[64];
    private int records;

    /** What a record is, as far as its framing says. */
    enum Kind {
        BLOCK,
        MARK,
        /** Its framing was changed; how long it is was inferred from its neighbours. */
        DAMAGED
    }

    /** Opens an image and finds its records. */
    ImageFile(Path file, boolean writable) throws IOException {
        this.channel = writable
                ? FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)
                : FileChannel.open(file, StandardOpenOption.READ);
        scan();
    }

    private void scan() throws IOException {
        long at = 0;
        long blockBefore = 0;
        while (at < channel.size()) {
            long next = wholeRecord(at);
            if (next > 0) {
                blockBefore = next == at + 4 ? blockBefore : next - at;
                append(next == at + 4 ? Kind.MARK : Kind.BLOCK, next);
            } else {
                next = damagedRecord(at, blockBefore);
                if (next < 0) {
                    return;
                }
                append(Kind.DAMAGED, next);
            }
            at = next;
        }
    }

    /** Where the record at {@code at} ends, or -1 if its framing is not whole. */
    private long wholeRecord(long at) throws IOException {
        if (at + 4 > channel.size()) {
            return -1;
        }
        int bytes = lengthAt(at);
        long next = at + 8 + padded(bytes);
        if (bytes == 0) {
            return at + 4;
        }
        boolean whole = bytes > 0 && bytes <= MAX_BLOCK && next <= channel.size() && lengthAt(next - 4) == bytes;
        return whole ? next : -1;
    }

    /**
     * Where a record with damaged framing may end: as its own length says if a whole record follows; else as long
     * as the block before, if its second length agrees or a whole record follows; else it was a filemark.
     */
    private long damagedRecord(long at, long blockBefore) throws IOException {
        int bytes = at + 4 <= channel.size() ? lengthAt(at) : -1;
        if (bytes > 0 && bytes <= MAX_BLOCK && goesOn(at + 8 + padded(bytes))) {
            return at + 8 + padded(bytes);
        }
        if (blockBefore > 0 && goesOn(at + blockBefore)) {
            return at + blockBefore;
        }
        return goesOn(at + 4) ? at + 4 : -1;
    }

    private boolean goesOn(long at) throws IOException {
        return at == channel.size() || (at < channel.size() && wholeRecord(at) > 0);
    }

    /** Blocks and filemarks before the end of data. */
    int records() {
        return records;
    }

    /** The byte offset at which a record begins; for {@code records()} that of the end of data. */
    long start(int record) {
        return starts[record];
    }

    Kind kind(int record) {
        return kinds[record];
    }

    /** Filemarks before a record. */
    int marksBefore(int record) {
        int count = 0;
        for (int i = 0; i < record; i++) {
            count += kinds[i] == Kind.MARK ? 1 : 0;
        }
        return count;
    }

    /** Whether bytes follow the end of data: a record was cut or its lengths were changed. */
    boolean hasRemains() throws IOException {
        return channel.size() > starts[records];
    }

    /**
     * Reads a block whose framing is whole.
     *
     * @return its length
     */
    int read(int record, byte[] into) throws IOException {
        long at = starts[record];
        int bytes = lengthAt(at);
        if (bytes > into.length) {
            throw new TapeException(
                    SenseKey.ILLEGAL_REQUEST, "the block has " + bytes + " bytes, the buffer " + into.length);
        }
        readFully(ByteBuffer.wrap(into, 0, bytes), at + 4);
        if (bytes % 2 != 0 && lengthAt(at + 4 + bytes) << 24 != 0) {
            throw new TapeException(SenseKey.MEDIUM_ERROR, "the byte that pads the block is not zero");
        }
        return bytes;
    }

    /** Writes a block as record number {@code record}; everything from there on is gone. */
    void writeBlock(int record, byte[] block, int bytes) throws IOException {
        forgetFrom(record);
        long at = starts[record];
        byte[] tail = new byte[padded(bytes) - bytes + 4];
        ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).putInt(tail.length - 4, bytes);
        length.clear().putInt(bytes).flip();
        channel.position(at);
        writeFully(length, ByteBuffer.wrap(block, 0, bytes), ByteBuffer.wrap(tail));
        append(Kind.BLOCK, at + 8 + padded(bytes));
    }

    /** Writes a filemark as record number {@code record}; everything from there on is gone. */
    void writeMark(int record) throws IOException {
        forgetFrom(record);
        long at = starts[record];
        length.clear().putInt(0).flip();
        channel.position(at);
        writeFully(length);
        append(Kind.MARK, at + 4);
    }

    void force() throws IOException {
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void forgetFrom(int record) throws IOException {
        if (channel.size() > starts[record]) {
            channel.truncate(starts[record]);
        }
        records = record;
    }

    private void append(Kind kind, long next) {
        if (records + 2 > starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
            kinds = Arrays.copyOf(kinds, 2 * kinds.length);
        }
        kinds[records] = kind;
        starts[++records] = next;
    }

    private static int padded(int bytes) {
        return bytes + (bytes & 1);
    }

    private int lengthAt(long offset) throws IOException {
        length.clear();
        readFully(length, offset);
        return length.getInt(0);
    }

    private void readFully(ByteBuffer buffer, long offset) throws IOException {
        long at = offset;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, at);
            if (read < 0) {
                throw new EOFException("the image ends at byte " + at);
            }
            at += read;
        }
    }

    private void writeFully(ByteBuffer... buffers) throws IOException {
        while (buffers[buffers.length - 1].hasRemaining()) {
            channel.write(buffers);
        }
    }
}
