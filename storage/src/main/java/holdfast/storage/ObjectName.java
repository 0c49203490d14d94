package holdfast.storage;

import java.util.regex.Pattern;

/**
 * The name of an object: segments of {@code a-z 0-9 . _ -} joined by {@code /}, such as {@code packs/3f/3f09…}.
 * No segment starts with a dot, so that a name can never leave its store.
 */
public record ObjectName(String value) implements Comparable<ObjectName> {
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9_-][a-z0-9._-]*(/[a-z0-9_-][a-z0-9._-]*)*");

    public ObjectName {
        if (value.length() > 255 || !ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("not an object's name: '" + value + "'");
        }
    }

    /** Whether a string could be a name; foreign files in a store's folder are passed over by this. */
    public static boolean isValid(String value) {
        return value.length() <= 255 && ALLOWED.matcher(value).matches();
    }

    /** The part behind the last {@code /}. */
    public String lastSegment() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    @Override
    public int compareTo(ObjectName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
