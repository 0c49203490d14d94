package holdfast.subjects;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the rows of one register are read: what {@link Layouts} made of its header and mapping. Kept in the
 * index, so that a single record can be read out of the vault without the header.
 *
 * @param delimiter between fields
 * @param columns positions of columns, from 0, by what they are; never empty lists
 * @param kinds for each column the kind of data in it, empty for none
 * @param always kinds of data that every record holds
 * @param scope scope of ids that are no identity card numbers
 * @param category of rows that have none of their own
 */
public record Layout(
        char delimiter,
        Map<Column, List<Integer>> columns,
        List<String> kinds,
        Set<String> always,
        String scope,
        String category) {
    public Layout {
        columns = Map.copyOf(columns);
        kinds = List.copyOf(kinds);
        always = Set.copyOf(always);
    }

    /** The columns that together are {@code column}, in order; empty if the register has none. */
    public List<Integer> at(Column column) {
        return columns.getOrDefault(column, List.of());
    }

    /** Every kind of data that a record can hold, in the order of the columns. */
    List<String> allKinds() {
        Set<String> all = new LinkedHashSet<>(always.stream().sorted().toList());
        kinds.stream().filter(kind -> !kind.isEmpty()).forEach(all::add);
        return List.copyOf(all);
    }

    /** What tells who a row is about, in words for messages. */
    String identifiedBy() {
        if (!at(Column.ID).isEmpty()) {
            return "id";
        }
        return at(Column.EMAIL).isEmpty() ? "name and address" : "e-mail";
    }
}
