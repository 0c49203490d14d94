package holdfast.subjects;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hong Kong identity card numbers: one or two letters, six digits, a check digit.
 *
 * <p>The check digit makes the weighted sum divisible by 11: letters count 10 to 35, the blank before a single
 * letter 36, weights from 9 down to 2. One in eleven random strings passes: a filter, no proof.
 */
public final class Hkid {
    private static final Pattern SHAPE = Pattern.compile("([A-Z]{1,2})([0-9]{6})\\(?([0-9A])\\)?");

    private Hkid() {}

    /**
     * The number without brackets, if {@code text} is one with its right check digit. Full width, lower case,
     * blanks and missing brackets are accepted.
     */
    public static Optional<String> normal(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replace(" ", "");
        Matcher matcher = SHAPE.matcher(plain);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String body = matcher.group(1) + matcher.group(2);
        boolean right = checkDigit(body) == matcher.group(3).charAt(0);
        return right ? Optional.of(body + matcher.group(3)) : Optional.empty();
    }

    /** The check digit, {@code 0} to {@code 9} or {@code A}, of one or two letters and six digits. */
    public static char checkDigit(String body) {
        int sum = body.length() == 7 ? 9 * 36 : 0;
        int weight = body.length() == 7 ? 8 : 9;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            int value = c >= 'A' ? c - 'A' + 10 : c - '0';
            sum += value * weight--;
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? 'A' : (char) ('0' + check);
    }
}
