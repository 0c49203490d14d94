package holdfast.crypto;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The name of one key in a key store: 1 to 100 of {@code A-Z a-z 0-9 . _ -}, beginning with a letter or digit.
 *
 * <p>A name is no secret: it appears in ledger entries and as a file name. The restriction keeps it from being
 * a path.
 */
public record KeyName(String value) implements Comparable<KeyName> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    public KeyName {
        Objects.requireNonNull(value);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a key's name has 1 to 100 letters, digits, dots, dashes or underscores: '" + value + "'");
        }
    }

    @Override
    public int compareTo(KeyName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
