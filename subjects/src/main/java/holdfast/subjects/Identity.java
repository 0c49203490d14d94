package holdfast.subjects;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Who a record is about, so that two records about one person agree.
 *
 * <p>A valid Hong Kong identity card number means the same person everywhere. Any other id means the same
 * person only within its scope (by default the register's category): number 17 among the staff is not creditor
 * 17. Counting somebody twice is the error on the safe side.
 *
 * @param scope where the value means one person
 * @param value the normal form: NFKC, upper case, single blanks
 */
public record Identity(String scope, String value) {
    /** The scope of identity card numbers. */
    public static final String HKID = "hkid";

    /** The identity in an id column, or none if there is nothing in it. */
    static Optional<Identity> ofId(String scope, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Hkid.normal(text)
                .map(number -> new Identity(HKID, number))
                .orElseGet(() -> new Identity("id:" + scope, normal(text))));
    }

    /** An identity card number or a scoped id as somebody typed it. */
    public static Optional<Identity> typed(String scope, String text) {
        return ofId(scope, text.strip());
    }

    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
    }

    /** Not the person's number: identities turn up in exceptions and logs. */
    @Override
    public String toString() {
        return "Identity[" + scope + ", not shown]";
    }
}
