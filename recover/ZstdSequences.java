/**
 * The sequences of a compressed zstd block (RFC 8878, 3.1.1.3.2 to 3.1.1.5), decoded and carried out at once.
 *
 * <p>A sequence is three numbers: how many literals to copy, how long the match is, how far back it lies. Each is a
 * <i>code</i>, drawn from an FSE table, and extra bits: the tables below give for each code its smallest value and the
 * number of extra bits. An offset of 1, 2 or 3 means one of the three offsets used last.
 */
final class ZstdSequences {
    private static final int[] LITERAL_BASE = {
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 28, 32, 40, 48, 64, 128, 256, 512,
        1024, 2048, 4096, 8192, 16384, 32768, 65536
    };
    private static final int[] LITERAL_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        16
    };
    private static final int[] MATCH_BASE = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32,
        33, 34, 35, 37, 39, 41, 43, 47, 51, 59, 67, 83, 99, 131, 259, 515, 1027, 2051, 4099, 8195, 16387, 32771, 65539
    };
    private static final int[] MATCH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2,
        2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
    };
    private static final int OFFSET_CODES = 32;

    /** The distributions that a block may use without writing them (3.1.1.3.2.2). */
    private static final int[] LITERAL_DEFAULT = {
        4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1
    };

    private static final int[] MATCH_DEFAULT = {
        1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1
    };
    private static final int[] OFFSET_DEFAULT = {
        1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1
    };

    /** What one of the three kinds of number takes from block to block. */
    private static final class Field {
        private final int[] ordinary;
        private final int ordinaryLog;
        private final int codes;
        private final int mostLog;
        private ZstdFse table = ZstdFse.always(-1);

        Field(int[] ordinary, int ordinaryLog, int codes, int mostLog) {
            this.ordinary = ordinary;
            this.ordinaryLog = ordinaryLog;
            this.codes = codes;
            this.mostLog = mostLog;
        }

        /** Takes the table that the mode says: 0 the ordinary, 1 one code, 2 a written one, 3 the last. Returns the end. */
        int take(int mode, byte[] in, int at, int to) throws Damage {
            switch (mode) {
                case 0 -> table = ZstdFse.of(ordinary, ordinaryLog);
                case 1 -> {
                    demand(at < to && (in[at] & 0xff) < codes);
                    table = ZstdFse.always(in[at] & 0xff);
                    return at + 1;
                }
                case 2 -> {
                    ZstdFse.Written written = ZstdFse.read(in, at, to, codes, mostLog);
                    table = written.table();
                    return written.end();
                }
                default -> demand(table.symbol[0] != -1);
            }
            return at;
        }
    }

    private final Field literalCodes = new Field(LITERAL_DEFAULT, 6, LITERAL_BASE.length, 9);
    private final Field offsetCodes = new Field(OFFSET_DEFAULT, 5, OFFSET_CODES, 8);
    private final Field matchCodes = new Field(MATCH_DEFAULT, 6, MATCH_BASE.length, 9);
    private final long[] recent = {1, 4, 8};

    /**
     * Carries out the sequences in {@code in} from {@code from} to {@code to}; what they leave of the literals follows.
     *
     * @param out what the frame gave so far, in its first {@code size} bytes
     * @param most where the block's content has to end at the latest
     * @return the new size
     */
    int run(byte[] in, int from, int to, ZstdLiterals literals, byte[] out, int size, int most) throws Damage {
        int at = from;
        demand(at < to);
        int count = in[at++] & 0xff;
        if (count >= 128) {
            demand(to - at >= (count == 255 ? 2 : 1));
            if (count == 255) {
                count = Little.u16(in, at) + 0x7F00;
                at += 2;
            } else {
                count = (count - 128 << 8) + (in[at++] & 0xff);
            }
        }
        int used = 0;
        if (count > 0) {
            demand(at < to);
            int modes = in[at++] & 0xff;
            demand((modes & 3) == 0);
            at = literalCodes.take(modes >>> 6, in, at, to);
            at = offsetCodes.take(modes >>> 4 & 3, in, at, to);
            at = matchCodes.take(modes >>> 2 & 3, in, at, to);
            long ends = each(new ZstdBits(in, at, to), count, literals, out, size, most);
            size = (int) (ends >>> 32);
            used = (int) ends;
        } else {
            demand(at == to);
        }
        int rest = literals.length - used;
        demand(rest <= most - size);
        System.arraycopy(literals.bytes, used, out, size, rest);
        return size + rest;
    }

    /** Decodes and copies; returns the size in the upper half, the number of literals used in the lower. */
    private long each(ZstdBits bits, int count, ZstdLiterals literals, byte[] out, int size, int most) throws Damage {
        ZstdFse literalTable = literalCodes.table;
        ZstdFse offsetTable = offsetCodes.table;
        ZstdFse matchTable = matchCodes.table;
        int literalState = (int) bits.read(literalTable.log);
        int offsetState = (int) bits.read(offsetTable.log);
        int matchState = (int) bits.read(matchTable.log);
        int used = 0;
        for (int i = 0; i < count; i++) {
            int offsetCode = offsetTable.symbol[offsetState];
            long offsetValue = (1L << offsetCode) + bits.read(offsetCode);
            int matchCode = matchTable.symbol[matchState];
            int match = MATCH_BASE[matchCode] + (int) bits.read(MATCH_BITS[matchCode]);
            int literalCode = literalTable.symbol[literalState];
            int fresh = LITERAL_BASE[literalCode] + (int) bits.read(LITERAL_BITS[literalCode]);
            long offset = offset(offsetValue, fresh);

            demand(fresh <= literals.length - used && fresh + match <= most - size && offset <= size + fresh);
            System.arraycopy(literals.bytes, used, out, size, fresh);
            used += fresh;
            size += fresh;
            copy(out, size, (int) offset, match);
            size += match;

            if (i < count - 1) {
                literalState = literalTable.next(literalState, bits);
                matchState = matchTable.next(matchState, bits);
                offsetState = offsetTable.next(offsetState, bits);
            }
        }
        bits.finish();
        return (long) size << 32 | used;
    }

    /** 3.1.1.5: values above 3 are offsets plus 3; the others name a recent one, shifted by one after no literals. */
    private long offset(long value, int literals) throws Damage {
        int which = value > 3 ? 3 : (int) value - (literals == 0 ? 0 : 1);
        long offset = value > 3 ? value - 3 : which == 3 ? recent[0] - 1 : recent[which];
        demand(offset > 0);
        if (which >= 2) {
            recent[2] = recent[1];
        }
        if (which >= 1) {
            recent[1] = recent[0];
        }
        recent[0] = offset;
        return offset;
    }

    /** A match may overlap what it makes: then its bytes are repeated, and have to be copied one after another. */
    private static void copy(byte[] out, int to, int offset, int length) {
        if (offset >= length) {
            System.arraycopy(out, to - offset, out, to, length);
        } else {
            for (int i = to; i < to + length; i++) {
                out[i] = out[i - offset];
            }
        }
    }

    private static void demand(boolean held) throws Damage {
        if (!held) {
            throw new Damage("the sequences of a zstd block are malformed");
        }
    }
}
