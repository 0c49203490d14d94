package holdfast.server.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The reference on a notice: twelve letters and figures without those that look alike, 60 random bits. The database keeps its
 * SHA-256 for the lookup; the reference itself goes when the contacts go.
 */
final class Reference {
    /** Crockford's: no I, L, O, U. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 12;

    private Reference() {}

    /** A new one, printed {@code XXXX-XXXX-XXXX}. */
    static String random(RandomGenerator random) {
        StringBuilder text = new StringBuilder(LENGTH + 2);
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % 4 == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** As typed by a person: case, spaces and dashes do not matter, and O, I, L are read as the figures they look like. */
    static Optional<String> read(String typed) {
        String text = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\-‐-―]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean fits = text.length() == LENGTH && text.chars().allMatch(c -> LETTERS.indexOf(c) >= 0);
        return fits
                ? Optional.of(text.substring(0, 4) + "-" + text.substring(4, 8) + "-" + text.substring(8))
                : Optional.empty();
    }

    static byte[] hash(String reference) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(reference.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
