package holdfast.subjects;

/** What the first bytes of a register tell. */
final class Header {
    private static final char[] DELIMITERS = {',', ';', '\t'};

    private Header() {}

    static boolean endsIn(byte[] head, int from) {
        for (int i = from; i < head.length; i++) {
            // A line of nothing is no header: an empty first line must not decide the delimiter.
            if ((head[i] == '\n' || head[i] == '\r') && i > 3) {
                return true;
            }
        }
        return false;
    }

    /**
     * Where the text begins: behind a byte order mark of UTF-8.
     *
     * @throws RegisterException if the bytes are of another encoding
     */
    static int textStart(byte[] head) throws RegisterException {
        int first = head.length > 0 ? head[0] & 0xff : 0;
        int second = head.length > 1 ? head[1] & 0xff : 0;
        boolean utf16 = (first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff);
        for (byte b : head) {
            utf16 |= b == 0;
        }
        if (utf16) {
            throw new RegisterException("is UTF-16 or no text at all: save it as CSV in UTF-8");
        }
        boolean mark = first == 0xef && second == 0xbb && head.length > 2 && (head[2] & 0xff) == 0xbf;
        return mark ? 3 : 0;
    }

    /** The most frequent of the delimiters in the first line with anything in it. */
    static char delimiter(byte[] head) {
        int[] counts = new int[DELIMITERS.length];
        boolean text = false;
        for (byte b : head) {
            if (b == '\n' || b == '\r') {
                if (text) {
                    break;
                }
                continue;
            }
            text = true;
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
