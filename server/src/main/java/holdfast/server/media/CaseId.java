package holdfast.server.media;

import java.util.Objects;
import java.util.regex.Pattern;

/** The number on a case's outside: 1 to 40 capital letters, digits or dashes. */
public record CaseId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}");

    public CaseId {
        Objects.requireNonNull(value);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a case's number has 1 to 40 capital letters, digits or dashes: '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
