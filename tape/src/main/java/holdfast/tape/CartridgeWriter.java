package holdfast.tape;

import holdfast.crypto.Aead;
import holdfast.crypto.Secret;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a cartridge from its beginning, one object after the other; whatever was on it is gone. Holds one block in
 * memory and the names. Without {@link #finish} the cartridge has no catalogue: what was durably written can still
 * be read. One thread at a time.
 */
public final class CartridgeWriter {
    /** Room left for filemarks and for what the drive itself needs at the end. */
    private static final int RESERVE_BLOCKS = 2;

    private final Drive drive;
    private final StreamCipher cipher;
    private final byte[] plain;
    private final byte[] sealed;
    private final long roomBlocks;
    private final List<CatalogueEntry> catalogue = new ArrayList<>();
    private long catalogueBytes = StreamFormat.CATALOGUE_FRAME;
    private int filled;
    private long blocks;

    private CartridgeWriter(Drive drive, StreamCipher cipher, int blockSize) throws IOException {
        this.drive = drive;
        this.cipher = cipher;
        this.plain = new byte[blockSize - Aead.TAG_BYTES];
        this.sealed = new byte[blockSize];
        this.roomBlocks = drive.capacity().remaining() / blockSize - RESERVE_BLOCKS;
    }

    /**
     * Writes label and header.
     *
     * @param key the cartridge's own, 32 bytes; keys derived from it live as long as the writer
     */
    public static CartridgeWriter begin(
            Drive drive, CartridgeLabel label, CartridgeHeader header, Secret key, SecureRandom random)
            throws IOException {
        if (header.blockSize() > drive.info().maxBlock()) {
            throw new IllegalArgumentException(
                    "the drive takes blocks of " + drive.info().maxBlock() + " at most");
        }
        byte[] labelBlock = label.block();
        StreamCipher cipher = StreamCipher.fresh(key, random);
        byte[] headerBlock = cipher.headerBlock(header.encode(sha256(labelBlock)));
        drive.rewind();
        drive.write(labelBlock, labelBlock.length);
        drive.writeFilemarks(1);
        drive.write(headerBlock, headerBlock.length);
        return new CartridgeWriter(drive, cipher, header.blockSize());
    }

    /** Whether an object of this size, and the catalogue with it, still fit. */
    public boolean fits(String name, long size) {
        long bytes =
                position() + StreamFormat.objectHead(name) + size + catalogueBytes + StreamFormat.catalogueEntry(name);
        return bytes / plain.length + 1 <= roomBlocks;
    }

    /**
     * Writes one object.
     *
     * @param size of the content, exactly
     * @throws EOFException if the content is shorter; the cartridge must then be written anew
     * @throws TapeException {@link SenseKey#VOLUME_OVERFLOW} if it does not fit
     */
    public void put(String name, long size, InputStream content) throws IOException {
        if (!fits(name, size)) {
            throw new TapeException(SenseKey.VOLUME_OVERFLOW, name + " does not fit on the rest of the cartridge");
        }
        long offset = position();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(head);
        out.writeByte(StreamFormat.OBJECT);
        StreamFormat.writeName(out, name);
        out.writeLong(size);
        append(head.toByteArray());
        copy(name, size, content);
        catalogue.add(new CatalogueEntry(name, size, offset));
        catalogueBytes += StreamFormat.catalogueEntry(name);
    }

    private void copy(String name, long size, InputStream content) throws IOException {
        long left = size;
        while (left > 0) {
            makeRoom();
            int read = content.read(plain, filled, (int) Math.min(left, plain.length - filled));
            if (read < 0) {
                throw new EOFException(name + " ended " + left + " bytes before its " + size);
            }
            filled += read;
            left -= read;
        }
        if (content.read() >= 0) {
            throw new IOException(name + " is longer than its " + size + " bytes");
        }
    }

    /**
     * Writes catalogue, last block and filemarks, and makes all durable.
     *
     * @return what was written, in order
     */
    public List<CatalogueEntry> finish() throws IOException {
        long offset = position();
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(frame);
        out.writeByte(StreamFormat.CATALOGUE);
        out.writeInt(catalogue.size());
        for (CatalogueEntry entry : catalogue) {
            StreamFormat.writeName(out, entry.name());
            out.writeLong(entry.size());
            out.writeLong(entry.offset());
        }
        out.writeLong(offset);
        append(frame.toByteArray());
        writeBlock(true);
        drive.writeFilemarks(StreamFormat.END_MARKS);
        return List.copyOf(catalogue);
    }

    /** Plain bytes written so far, all frames included. */
    public long position() {
        return blocks * plain.length + filled;
    }

    private void append(byte[] bytes) throws IOException {
        int from = 0;
        while (from < bytes.length) {
            makeRoom();
            int part = Math.min(bytes.length - from, plain.length - filled);
            System.arraycopy(bytes, from, plain, filled, part);
            filled += part;
            from += part;
        }
    }

    /** A full block is written only when more follows: so the last one is known to be the last. */
    private void makeRoom() throws IOException {
        if (filled == plain.length) {
            writeBlock(false);
        }
    }

    private void writeBlock(boolean last) throws IOException {
        int length = cipher.seal(blocks, last, plain, filled, sealed);
        drive.write(sealed, length);
        blocks++;
        filled = 0;
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
