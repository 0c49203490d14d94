package holdfast.server.exposure;

import holdfast.server.platform.Invalid;
import java.util.regex.Pattern;

/**
 * A person whose data is held, as a keyed pseudonym: the same person has the same id in every backup, and
 * nobody without the key can tell who it is.
 *
 * @param hex 32 hexadecimal digits in lower case
 */
public record SubjectId(String hex) implements Comparable<SubjectId> {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public SubjectId {
        if (!FORM.matcher(hex).matches()) {
            throw new Invalid("refused.subject-form", hex);
        }
    }

    @Override
    public int compareTo(SubjectId other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
