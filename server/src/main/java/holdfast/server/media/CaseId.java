package holdfast.server.media;

import holdfast.server.platform.Invalid;
import java.util.Objects;
import java.util.regex.Pattern;

/** The number on a case's outside: 1 to 40 capital letters, digits or dashes. */
public record CaseId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}");

    public CaseId {
        Objects.requireNonNull(value);
        if (!FORM.matcher(value).matches()) {
            throw new Invalid("refused.case-number", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
