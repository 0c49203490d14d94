package holdfast.subjects;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column of a register can be to us. The name in lower case with hyphens is its word in a mapping. */
public enum Column {
    ID,
    NAME,
    NAME_ZH,
    EMAIL,
    PHONE,
    ADDRESS,
    ADDRESS_ZH,
    LANGUAGE,
    CATEGORY,
    /** Nothing about a person: a row number, a mark. */
    IGNORE;

    /** The word for it in a mapping file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The column of this word. */
    public static Optional<Column> ofWord(String word) {
        return Arrays.stream(values())
                .filter(column -> column.word().equals(word))
                .findFirst();
    }
}
