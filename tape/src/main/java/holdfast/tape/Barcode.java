package holdfast.tape;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The name on a cartridge's outside: 4 to 16 capital letters and digits, as a library's reader gives it.
 *
 * <p>LTO labels have six characters of volume and two of medium ({@code HF0001L9}); cartridges of other makes
 * have other lengths, so nothing is read out of the form.
 */
public record Barcode(String value) implements Comparable<Barcode> {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{4,16}");

    public Barcode {
        Objects.requireNonNull(value);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a barcode has 4 to 16 capital letters and digits: '" + value + "'");
        }
    }

    @Override
    public int compareTo(Barcode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
