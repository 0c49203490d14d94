package holdfast.tape;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;

/**
 * What the sealed header tells about a cartridge.
 *
 * @param volume the barcode for which it was written
 * @param set the name of the tape set
 * @param number which of the set's cartridges this is, from 1
 * @param of how many the set has
 * @param writtenAt when its writing began, to the millisecond
 * @param blockSize bytes of each sealed block but the last
 */
public record CartridgeHeader(Barcode volume, String set, int number, int of, Instant writtenAt, int blockSize) {
    /** What LTO drives like, and small enough for one SCSI command. */
    public static final int DEFAULT_BLOCK = 256 * 1024;

    static final int MIN_BLOCK = 1024;

    public CartridgeHeader {
        if (number < 1 || number > of || of > 65_535) {
            throw new IllegalArgumentException("cartridge " + number + " of " + of + " makes no sense");
        }
        if (blockSize < MIN_BLOCK || blockSize > 4 * 1024 * 1024) {
            throw new IllegalArgumentException("a block has 1 KiB to 4 MiB, not " + blockSize);
        }
    }

    byte[] encode(byte[] labelHash) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(labelHash);
            out.writeInt(blockSize);
            out.writeShort(number);
            out.writeShort(of);
            out.writeLong(writtenAt.toEpochMilli());
            StreamFormat.writeName(out, volume.value());
            StreamFormat.writeName(out, set);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The header, and whether it was written together with the label of this hash. */
    record Decoded(CartridgeHeader header, boolean labelMatches) {}

    static Decoded decode(byte[] plain, byte[] labelHash) throws CartridgeException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
            boolean matches = Arrays.equals(in.readNBytes(labelHash.length), labelHash);
            int blockSize = in.readInt();
            int number = in.readUnsignedShort();
            int of = in.readUnsignedShort();
            Instant writtenAt = Instant.ofEpochMilli(in.readLong());
            Barcode volume = new Barcode(StreamFormat.readName(in));
            String set = StreamFormat.readName(in);
            return new Decoded(new CartridgeHeader(volume, set, number, of, writtenAt, blockSize), matches);
        } catch (IOException | IllegalArgumentException e) {
            throw new CartridgeException(
                    CartridgeException.Kind.DAMAGED, "the header makes no sense: " + e.getMessage());
        }
    }
}
