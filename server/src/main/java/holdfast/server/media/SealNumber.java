package holdfast.server.media;

import holdfast.server.platform.Invalid;
import java.util.Objects;
import java.util.regex.Pattern;

/** The number printed on a seal: 1 to 40 capital letters, digits or dashes. */
public record SealNumber(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}");

    public SealNumber {
        Objects.requireNonNull(value);
        if (!FORM.matcher(value).matches()) {
            throw new Invalid("refused.seal-form", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
