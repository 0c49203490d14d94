package holdfast.subjects;

/**
 * Tells a register in another encoding from one with a damaged row.
 *
 * <p>Rows that are not UTF-8 are broken rows. But if no row is UTF-8, or at least three and a twentieth of all
 * are not and they outnumber those with characters beyond ASCII that are, the file is in another encoding
 * (Big5, GBK, Latin-1), and listing its rows as broken would hide that.
 */
final class EncodingWatch {
    private static final String NOT_UTF_8 = CsvParser.NOT_UTF_8;

    private long rows;
    private long notUtf8;
    private long beyondAscii;

    void sound(CsvRow row) {
        rows++;
        beyondAscii += row.isAscii() ? 0 : 1;
    }

    void broken(BrokenRow row) {
        rows++;
        notUtf8 += row.reason().equals(NOT_UTF_8) ? 1 : 0;
    }

    void judge() throws RegisterException {
        boolean many = notUtf8 >= 3 && notUtf8 > beyondAscii && notUtf8 * 20 >= rows;
        if (rows > 0 && (notUtf8 == rows || many)) {
            throw new RegisterException(notUtf8 + " of " + rows
                    + " rows are not UTF-8: the file is in another encoding (Big5, GBK, Latin-1?);"
                    + " convert it, for example with iconv -f BIG5 -t UTF-8");
        }
    }
}
