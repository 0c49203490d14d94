import java.util.Arrays;

/**
 * Decompresses one zstd frame, after RFC 8878 ('Zstandard Compression and the application/zstd Media Type'), to whose
 * sections the comments refer.
 *
 * <p>A frame is a header, blocks, and perhaps a checksum of the contents:
 *
 * <pre>
 *   magic FD2FB528 | descriptor | window | dictionary id | content size | block … block | checksum
 * </pre>
 *
 * A block is raw bytes, one byte repeated, or compressed. A compressed block has two sections: the <i>literals</i>,
 * bytes that are new, usually Huffman-coded ({@link ZstdLiterals}); and the <i>sequences</i>, each of which says 'take
 * so many literals, then so many bytes from so far back' ({@link ZstdSequences}). What the sections need of tables may
 * be taken over from the block before, hence the two objects that live as long as the frame.
 *
 * <p>The whole content is kept in one array, which is thereby the window too: groups of the vault are a few megabytes.
 * Dictionaries are refused, since the vault has none.
 */
final class Zstd {
    private static final long MAGIC = 0xFD2FB528L;
    private static final int LARGEST_BLOCK = 128 << 10;

    private final byte[] in;
    private final int end;
    private int at;

    private final ZstdLiterals literals = new ZstdLiterals();
    private final ZstdSequences sequences = new ZstdSequences();
    private int most;
    private byte[] out = new byte[0];
    private int size;
    private int largestBlock;
    private boolean checksum;

    private Zstd(byte[] in, int from, int to, int most) {
        this.in = in;
        this.at = from;
        this.end = to;
        this.most = most;
    }

    /**
     * The content of the one frame that the bytes {@code from} to {@code to} are.
     *
     * @param most refuses to give out more bytes than this, whatever the frame says
     * @throws Damage if the bytes are anything else than one whole frame
     */
    static byte[] decompress(byte[] in, int from, int to, int most) throws Damage {
        return new Zstd(in, from, to, most).frame();
    }

    private byte[] frame() throws Damage {
        long contentSize = header();
        boolean last = false;
        while (!last) {
            need(3);
            int head = Little.u16(in, at) | (in[at + 2] & 0xff) << 16;
            at += 3;
            last = (head & 1) != 0;
            block(head >>> 1 & 3, head >>> 3);
        }
        if (contentSize >= 0 && contentSize != size) {
            throw new Damage("a zstd frame holds another number of bytes than it says");
        }
        if (checksum) {
            need(4);
            if (Little.u32(in, at) != (XxHash64.of(out, 0, size) & 0xffffffffL)) {
                throw new Damage("the checksum of a zstd frame is wrong");
            }
            at += 4;
        }
        if (at != end) {
            throw new Damage("bytes follow a zstd frame");
        }
        return size == out.length ? out : Arrays.copyOf(out, size);
    }

    /** 3.1.1.1: sets what the frame says of itself. Returns the content's size, or -1 if the frame does not say it. */
    private long header() throws Damage {
        need(5);
        if (Little.u32(in, at) != MAGIC) {
            throw new Damage("not a zstd frame");
        }
        int descriptor = in[at + 4];
        at += 5;
        if ((descriptor & 8) != 0) {
            throw new Damage("a zstd frame uses a reserved bit");
        }
        boolean singleSegment = (descriptor & 0x20) != 0;
        checksum = (descriptor & 4) != 0;
        long window = singleSegment ? -1 : window();
        if (number(new int[] {0, 1, 2, 4}[descriptor & 3]) != 0) {
            throw new Damage("a zstd frame asks for a dictionary");
        }
        int sizeField = descriptor >>> 6 & 3;
        int sizeBytes = sizeField == 0 ? (singleSegment ? 1 : 0) : 1 << sizeField;
        long contentSize = sizeBytes == 0 ? -1 : number(sizeBytes) + (sizeBytes == 2 ? 256 : 0);
        if (sizeBytes != 0 && (contentSize < 0 || contentSize > most)) {
            throw new Damage("a zstd frame says that it holds more than it may");
        }
        largestBlock = (int) Math.min(LARGEST_BLOCK, singleSegment ? contentSize : window);
        if (contentSize >= 0) {
            most = (int) contentSize;
        }
        out = new byte[contentSize >= 0 ? most : Math.min(most, LARGEST_BLOCK)];
        return contentSize;
    }

    /** 3.1.1.1.2: five bits of exponent, three of mantissa. */
    private long window() throws Damage {
        need(1);
        int field = in[at++] & 0xff;
        long base = 1L << (10 + (field >>> 3));
        return base + base / 8 * (field & 7);
    }

    private void block(int type, int length) throws Damage {
        if (length > largestBlock) {
            throw new Damage("a zstd block is longer than it may be");
        }
        switch (type) {
            case 0 -> {
                need(length);
                room(length);
                System.arraycopy(in, at, out, size, length);
                at += length;
                size += length;
            }
            case 1 -> {
                need(1);
                room(length);
                Arrays.fill(out, size, size + length, in[at++]);
                size += length;
            }
            case 2 -> {
                need(length);
                int blockEnd = at + length;
                at = literals.read(in, at, blockEnd, largestBlock);
                room(Math.min(largestBlock, most - size));
                size = sequences.run(in, at, blockEnd, literals, out, size, Math.min(out.length, size + largestBlock));
                at = blockEnd;
            }
            default -> throw new Damage("a zstd block has a reserved type");
        }
    }

    private long number(int bytes) throws Damage {
        need(bytes);
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (in[at++] & 0xffL) << 8 * i;
        }
        return value;
    }

    private void need(int bytes) throws Damage {
        if (end - at < bytes) {
            throw new Damage("a zstd frame ends before it should");
        }
    }

    /** Makes room for so many bytes more, if there is not. Only a frame that does not say its size ever grows. */
    private void room(int bytes) throws Damage {
        if (bytes > most - size) {
            throw new Damage("a zstd frame holds more than it may");
        }
        if (bytes > out.length - size) {
            out = Arrays.copyOf(out, (int) Math.min(most, Math.max(2L * out.length, (long) size + bytes)));
        }
    }
}
