package holdfast.server.media;

import holdfast.server.platform.Invalid;
import java.util.Objects;
import java.util.regex.Pattern;

/** The name of cartridges written together: 1 to 40 capital letters, digits or dashes. */
public record SetId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}");

    public SetId {
        Objects.requireNonNull(value);
        if (!FORM.matcher(value).matches()) {
            throw new Invalid("refused.set-form", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
