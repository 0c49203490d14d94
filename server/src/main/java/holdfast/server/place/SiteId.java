package holdfast.server.place;

import holdfast.server.platform.Invalid;
import java.util.regex.Pattern;

/**
 * The short name of a site: {@code tower}.
 *
 * @param value 1 to 40 of a–z, 0–9 and '-', beginning with a letter
 */
public record SiteId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public SiteId {
        if (!SHAPE.matcher(value).matches()) {
            throw new Invalid("refused.site-form", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
