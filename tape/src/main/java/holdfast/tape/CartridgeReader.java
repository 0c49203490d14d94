package holdfast.tape;

import holdfast.crypto.Secret;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads a cartridge: its label without a key, its catalogue and objects with its key. Gives out no byte that did
 * not pass authentication. One thread at a time.
 */
public final class CartridgeReader {
    private final Drive drive;
    private final CartridgeLabel label;
    private final CartridgeHeader header;
    private final boolean labelMatches;
    private final PlainStream stream;

    private CartridgeReader(Drive drive, CartridgeLabel label, CartridgeHeader.Decoded decoded, StreamCipher cipher) {
        this.drive = drive;
        this.label = label;
        this.header = decoded.header();
        this.labelMatches = decoded.labelMatches();
        this.stream = new PlainStream(drive, cipher, header.blockSize());
    }

    /** The clear-text label, which anybody can read and change. */
    public static CartridgeLabel label(Drive drive) throws IOException {
        return CartridgeLabel.parse(labelBlock(drive));
    }

    /**
     * Opens a cartridge with its key.
     *
     * @param key the cartridge's own, 32 bytes; keys derived from it live as long as the reader
     * @throws CartridgeException saying which of the things that may be wrong is
     */
    public static CartridgeReader open(Drive drive, Secret key) throws IOException {
        byte[] labelBlock = labelBlock(drive);
        CartridgeLabel label = CartridgeLabel.parse(labelBlock);
        byte[] headerBlock = block(drive, StreamFormat.HEADER_BLOCK, "the header (block 2)");
        StreamCipher cipher = StreamCipher.of(key, headerBlock);
        byte[] plain = cipher.openHeader(headerBlock);
        CartridgeHeader.Decoded decoded = CartridgeHeader.decode(plain, CartridgeWriter.sha256(labelBlock));
        return new CartridgeReader(drive, label, decoded, cipher);
    }

    public CartridgeLabel label() {
        return label;
    }

    public CartridgeHeader header() {
        return header;
    }

    /**
     * The catalogue at the end, without reading what lies before.
     *
     * @throws CartridgeException if it is damaged or was never written; {@link #scan} then still finds the objects
     */
    public List<CatalogueEntry> catalogue() throws IOException {
        try {
            drive.spaceToEndOfData();
            long marks = drive.position().block() - StreamFormat.END_MARKS;
            long end = stream.endAt(marks - 1 - StreamFormat.FIRST_SEALED_BLOCK);
            stream.seek(end - Long.BYTES);
            stream.seek(stream.parse(Long.BYTES).readLong());
            if (stream.parse(1).readByte() != StreamFormat.CATALOGUE) {
                throw new CartridgeException(CartridgeException.Kind.DAMAGED, "there is no catalogue at the end");
            }
            return entries();
        } catch (PlainStream.Damaged | TapeException e) {
            throw new CartridgeException(
                    CartridgeException.Kind.DAMAGED, "the catalogue at the end cannot be read: " + e.getMessage());
        }
    }

    /** The entries that follow the stream's position. */
    List<CatalogueEntry> entries() throws IOException {
        int count = stream.parse(4).readInt();
        List<CatalogueEntry> entries = new ArrayList<>(Math.min(count, 100_000));
        for (int i = 0; i < count; i++) {
            String name = StreamFormat.readName(nameBytes());
            DataInputStream numbers = stream.parse(16);
            entries.add(new CatalogueEntry(name, numbers.readLong(), numbers.readLong()));
        }
        return entries;
    }

    /** A name with its length before it, as bytes to parse. */
    DataInputStream nameBytes() throws IOException {
        long start = stream.position();
        int length = stream.parse(2).readUnsignedShort();
        stream.seek(start);
        return stream.parse(2 + length);
    }

    /**
     * Writes one object's bytes to {@code out}.
     *
     * @throws CartridgeException if a block of it is damaged, saying which; what was given out before is true
     */
    public void read(CatalogueEntry entry, OutputStream out) throws IOException {
        byte[] buffer = new byte[stream.capacity()];
        stream.seek(entry.offset() + StreamFormat.objectHead(entry.name()));
        try {
            long left = entry.size();
            while (left > 0) {
                int read = stream.read(buffer, (int) Math.min(left, buffer.length));
                out.write(buffer, 0, read);
                left -= read;
            }
        } catch (PlainStream.Damaged e) {
            throw new CartridgeException(
                    CartridgeException.Kind.DAMAGED, entry.name() + " is damaged: " + e.getMessage());
        }
    }

    /**
     * Reads everything from start to end, passes the objects on, and goes on behind damage as far as it can. Needs
     * no catalogue unless the beginning of an object is damaged.
     *
     * @throws IOException only if the drive or the sink failed: damage is in the answer
     */
    public CartridgeScan scan(ObjectSink sink) throws IOException {
        CartridgeScanner scanner = new CartridgeScanner(this, drive, stream, sink);
        if (!labelMatches) {
            scanner.note(new Damage(
                    StreamFormat.LABEL_BLOCK, labelOffset(), "the label is not the one with which this was written"));
        }
        scanner.checkFirstMark();
        return scanner.run();
    }

    private OptionalLong labelOffset() throws IOException {
        drive.rewind();
        return drive.position().byteOffset();
    }

    private static byte[] labelBlock(Drive drive) throws IOException {
        return block(drive, 0, "the label (block 0)");
    }

    private static byte[] block(Drive drive, long number, String what) throws IOException {
        byte[] buffer = new byte[drive.info().maxBlock()];
        try {
            drive.locate(number);
            return switch (drive.read(buffer)) {
                case ReadResult.Block(int length) -> Arrays.copyOf(buffer, length);
                case ReadResult.Filemark _ ->
                    throw new CartridgeException(
                            CartridgeException.Kind.NOT_HOLDFAST, "a filemark where " + what + " should be");
                case ReadResult.EndOfData _ ->
                    throw new CartridgeException(CartridgeException.Kind.BLANK, what + " was never written");
            };
        } catch (TapeException e) {
            if (e.sense() == SenseKey.MEDIUM_ERROR || e.sense() == SenseKey.BLANK_CHECK) {
                throw new CartridgeException(
                        CartridgeException.Kind.DAMAGED, what + " cannot be read: " + e.getMessage());
            }
            throw e;
        }
    }
}
