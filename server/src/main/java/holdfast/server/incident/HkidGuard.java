package holdfast.server.incident;

import holdfast.server.platform.Invalid;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps identity card numbers out of files and reports: kinds of data are named there, never values. One random string in
 * eleven of the right shape passes the check digit, so this may refuse too much, never too little.
 */
public final class HkidGuard {
    private static final Pattern SHAPE =
            Pattern.compile("(?<![A-Z0-9])([A-Z]{1,2})\\s?(\\d{6})\\s?\\(?([0-9A])\\)?(?![A-Z0-9])");
    /** The beginnings of ledger entries' ids look alike, one in some hundred. */
    private static final Pattern ENTRY = Pattern.compile("[0-9A-F]{8}-[0-9A-F]{4}");

    private static final int SPACE = 36;

    private HkidGuard() {}

    /** @throws IllegalArgumentException if the text holds an identity card number; the message does not repeat it */
    public static void refuse(String text) {
        if (contains(text)) {
            throw new Invalid("refused.identity-number");
        }
    }

    static boolean contains(String text) {
        Matcher m = SHAPE.matcher(ENTRY.matcher(narrow(text)).replaceAll(""));
        while (m.find()) {
            if (check(m.group(1), m.group(2)) == m.group(3).charAt(0)) {
                return true;
            }
        }
        return false;
    }

    /** Full-width letters, figures and brackets as half-width, capitals throughout. */
    private static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        text.chars().forEach(c -> narrow.append((char) (c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c)));
        return narrow.toString().toUpperCase(Locale.ROOT);
    }

    /** The check digit: weights 9 to 2 over the prefix, padded left with a space that counts 36. */
    static char check(String letters, String digits) {
        int sum = 9 * (letters.length() == 2 ? letters.charAt(0) - 'A' + 10 : SPACE)
                + 8 * (letters.charAt(letters.length() - 1) - 'A' + 10);
        for (int i = 0; i < 6; i++) {
            sum += (7 - i) * (digits.charAt(i) - '0');
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? 'A' : (char) ('0' + check);
    }
}
