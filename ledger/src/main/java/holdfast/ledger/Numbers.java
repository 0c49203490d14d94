package holdfast.ledger;

import java.util.regex.Pattern;

/** Decimal numbers as the C2SP formats write them: no sign, no leading zeroes. */
final class Numbers {
    /** Enough for any log; also keeps sums of two sizes inside a long. */
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,17}");

    private Numbers() {}

    static long parse(String text, String what) throws FormatException {
        if (!DECIMAL.matcher(text).matches()) {
            throw new FormatException(what + " is no number: '" + text + "'");
        }
        return Long.parseLong(text);
    }
}
