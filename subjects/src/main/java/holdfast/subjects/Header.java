package holdfast.subjects;

/** What the first bytes of a register tell. */
final class Header {
    private static final char[] DELIMITERS = {',', ';', '\t'};

    private Header() {}

    /** The bytes up to the end of the first line with anything in it; -1 if that line is not yet complete. */
    static int length(byte[] head) {
        boolean text = false;
        for (int i = startsWithMark(head) ? 3 : 0; i < head.length; i++) {
            boolean lineEnd = head[i] == '\n' || head[i] == '\r';
            if (lineEnd && text) {
                return i;
            }
            text |= !lineEnd;
        }
        return -1;
    }

    /**
     * Where the text begins: behind a byte order mark of UTF-8.
     *
     * @throws RegisterException if the bytes are of another encoding
     */
    static int textStart(byte[] line) throws RegisterException {
        int first = line.length > 0 ? line[0] & 0xff : 0;
        int second = line.length > 1 ? line[1] & 0xff : 0;
        boolean utf16 = (first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff);
        for (byte b : line) {
            utf16 |= b == 0;
        }
        if (utf16) {
            throw new RegisterException("is UTF-16 or no text at all: save it as CSV in UTF-8");
        }
        return startsWithMark(line) ? 3 : 0;
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
    }

    /** The most frequent of the delimiters in the header's line. */
    static char delimiter(byte[] line) {
        int[] counts = new int[DELIMITERS.length];
        for (byte b : line) {
            for (int i = 0; i < DELIMITERS.length; i++) {
                counts[i] += b == DELIMITERS[i] ? 1 : 0;
            }
        }
        int best = 0;
        for (int i = 1; i < DELIMITERS.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return DELIMITERS[best];
    }
}
