package holdfast.tape;

import holdfast.crypto.Aead;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * The plain stream of a cartridge, read forwards and by {@link #seek}: opens one sealed block at a time and says
 * which one does not open. One thread at a time.
 */
final class PlainStream {
    private final Drive drive;
    private final StreamCipher cipher;
    private final byte[] sealed;
    private final byte[] plain;

    /** Number of the block in {@link #plain}, and of the one under the drive's head; -1 for none. */
    private long current = -1;

    private long head = -1;
    private int length;
    private boolean last;
    private long position;

    PlainStream(Drive drive, StreamCipher cipher, int blockSize) {
        this.drive = drive;
        this.cipher = cipher;
        this.sealed = new byte[blockSize];
        this.plain = new byte[blockSize];
    }

    /** A block that does not open, or is not there; the position is behind it. */
    static final class Damaged extends IOException {
        final transient Damage damage;
        /** Whether nothing can follow: the data ends here. */
        final boolean end;

        Damaged(Damage damage, boolean end) {
            super(damage.toString());
            this.damage = damage;
            this.end = end;
        }
    }

    long position() {
        return position;
    }

    void seek(long offset) {
        position = offset;
    }

    /** Whether the position is behind the last byte of the last block. Needs the block before to be read. */
    boolean atEnd() {
        return last && current >= 0 && position == current * capacity() + length;
    }

    /** Where the stream ends, if {@code block} is its last. */
    long endAt(long block) throws IOException {
        load(block);
        if (!last) {
            throw damaged(block, "is not the last block: the rest is missing", true);
        }
        return block * capacity() + length;
    }

    /** Up to {@code most} bytes to {@code into}, never past the current block; returns how many. */
    int read(byte[] into, int most) throws IOException {
        load(position / capacity());
        int from = (int) (position % capacity());
        int part = Math.min(most, length - from);
        if (part <= 0) {
            throw damaged(current, "the stream ends too early", true);
        }
        System.arraycopy(plain, from, into, 0, part);
        position += part;
        return part;
    }

    /** Exactly {@code count} bytes, as data to parse. */
    DataInputStream parse(int count) throws IOException {
        byte[] bytes = new byte[count];
        byte[] part = new byte[Math.min(count, capacity())];
        int done = 0;
        while (done < count) {
            int read = read(part, Math.min(part.length, count - done));
            System.arraycopy(part, 0, bytes, done, read);
            done += read;
        }
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    int capacity() {
        return sealed.length - Aead.TAG_BYTES;
    }

    private void load(long block) throws IOException {
        if (block == current) {
            return;
        }
        current = -1;
        long next = (block + 1) * capacity();
        try {
            if (head != block) {
                drive.locate(StreamFormat.FIRST_SEALED_BLOCK + block);
            }
            head = -1;
            switch (drive.read(sealed)) {
                case ReadResult.Block(int bytes) -> open(block, bytes);
                case ReadResult.Filemark _ -> throw damaged(block, "a filemark where a block should be", true);
                case ReadResult.EndOfData _ -> throw damaged(block, "the data ends here: the rest is missing", true);
            }
            head = block + 1;
        } catch (TapeException e) {
            position = next;
            throw switch (e.sense()) {
                case BLANK_CHECK -> damaged(block, "the data ended before", true);
                case MEDIUM_ERROR -> damaged(block, "cannot be read: " + e.getMessage(), false);
                case ILLEGAL_REQUEST -> damaged(block, "is longer than any block of this cartridge", false);
                default -> e;
            };
        } catch (Damaged e) {
            position = next;
            throw e;
        }
    }

    private void open(long block, int bytes) throws IOException {
        int opened = cipher.open(block, false, sealed, bytes, plain);
        boolean isLast = opened < 0;
        if (isLast) {
            opened = cipher.open(block, true, sealed, bytes, plain);
        }
        if (opened < 0 || (!isLast && opened < capacity())) {
            throw damaged(block, "was changed, moved, or belongs to another cartridge", false);
        }
        current = block;
        length = opened;
        last = isLast;
    }

    Damaged damaged(long block, String what, boolean end) throws IOException {
        long number = StreamFormat.FIRST_SEALED_BLOCK + block;
        return new Damaged(new Damage(number, byteOffset(number), what), end);
    }

    private OptionalLong byteOffset(long number) throws IOException {
        head = -1;
        try {
            drive.locate(number);
            return drive.position().byteOffset();
        } catch (TapeException e) {
            return OptionalLong.empty();
        }
    }
}
