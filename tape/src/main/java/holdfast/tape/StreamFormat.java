package holdfast.tape;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The frames inside the encrypted stream; {@code docs/spec/tape-format.md} draws them. */
final class StreamFormat {
    static final byte OBJECT = 'O';
    static final byte CATALOGUE = 'C';
    static final int MAX_NAME = 4096;

    /** Tape block numbers: the label, a filemark, the header, then sealed blocks. */
    static final int LABEL_BLOCK = 0;

    static final int HEADER_BLOCK = 2;
    static final int FIRST_SEALED_BLOCK = 3;
    /** Filemarks behind the last sealed block. */
    static final int END_MARKS = 2;

    private StreamFormat() {}

    static void writeName(DataOutput out, String name) throws IOException {
        byte[] bytes = name.getBytes(UTF_8);
        if (bytes.length == 0 || bytes.length > MAX_NAME) {
            throw new IllegalArgumentException("a name has 1 to " + MAX_NAME + " bytes");
        }
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    static String readName(DataInput in) throws IOException {
        int length = in.readUnsignedShort();
        if (length == 0 || length > MAX_NAME) {
            throw new IOException("a name of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, UTF_8);
    }

    /** Bytes of an object's frame before its content. */
    static int objectHead(String name) {
        return 1 + 2 + name.getBytes(UTF_8).length + 8;
    }

    /** Bytes of one entry in the catalogue. */
    static int catalogueEntry(String name) {
        return 2 + name.getBytes(UTF_8).length + 8 + 8;
    }

    /** Bytes of the catalogue's frame beside its entries, the trailer included. */
    static final int CATALOGUE_FRAME = 1 + 4 + 8;
}
