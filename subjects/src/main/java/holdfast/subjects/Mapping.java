package holdfast.subjects;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the owner of a register says about its columns; what is not said is recognised by the header.
 *
 * @param columns header names by what they are; several names make one address, in that order
 * @param kinds kind of data by header name
 * @param category the category of every row, where no column has it
 * @param scope within which registers an id means the same person; see {@link Identity}
 * @param delimiter between fields, where the header does not show it
 */
public record Mapping(
        Map<Column, List<String>> columns,
        Map<String, String> kinds,
        Optional<String> category,
        Optional<String> scope,
        Optional<Character> delimiter) {

    /** Nothing is said: everything is recognised by the header. */
    public static final Mapping BY_HEADER =
            new Mapping(Map.of(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public Mapping {
        columns = Map.copyOf(columns);
        kinds = Map.copyOf(kinds);
    }
}
