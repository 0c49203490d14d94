package holdfast.subjects;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the rows of one register by its layout. Not thread-safe. */
final class RowReader {
    private final Layout layout;
    private final List<String> allKinds;
    private final int[] kindOfColumn;
    private final Map<Long, Set<String>> kindsByMask = new HashMap<>();

    RowReader(Layout layout) {
        this.layout = layout;
        this.allKinds = layout.allKinds();
        this.kindOfColumn = layout.kinds().stream().mapToInt(allKinds::indexOf).toArray();
    }

    /** Who the row is about; none if the columns that would tell are empty. */
    Optional<Identity> identity(CsvRow row) {
        if (!layout.at(Column.ID).isEmpty()) {
            return Identity.ofId(layout.scope(), text(row, Column.ID, " "));
        }
        if (!layout.at(Column.EMAIL).isEmpty()) {
            String email = Identity.normal(text(row, Column.EMAIL, " "));
            return email.isEmpty() ? Optional.empty() : Optional.of(new Identity("e-mail", email));
        }
        String name = Identity.normal(text(row, Column.NAME, " "));
        String address = Identity.normal(text(row, Column.ADDRESS, " "));
        return name.isEmpty() ? Optional.empty() : Optional.of(new Identity("name", name + "\n" + address));
    }

    String category(CsvRow row) {
        String own = text(row, Column.CATEGORY, " ");
        return own.isEmpty() ? layout.category() : own;
    }

    String language(CsvRow row) {
        return Languages.normal(text(row, Column.LANGUAGE, " "));
    }

    /** Kinds of data in the fields that are not empty. Registers of more than 62 kinds count the rest always. */
    Set<String> kinds(CsvRow row) {
        long mask = 0;
        for (int i = 0; i < kindOfColumn.length; i++) {
            int kind = kindOfColumn[i];
            if (kind >= 0 && kind < 62 && (mask & 1L << kind) == 0 && !row.isBlank(i)) {
                mask |= 1L << kind;
            }
        }
        return kindsByMask.computeIfAbsent(mask, this::kinds);
    }

    private Set<String> kinds(long mask) {
        Set<String> kinds = new LinkedHashSet<>();
        for (int i = 0; i < allKinds.size(); i++) {
            if (i >= 62 || (mask & 1L << i) != 0 || layout.always().contains(allKinds.get(i))) {
                kinds.add(allKinds.get(i));
            }
        }
        return Set.copyOf(kinds);
    }

    Contact contact(CsvRow row) {
        return new Contact(
                text(row, Column.NAME, " "),
                text(row, Column.NAME_ZH, ""),
                text(row, Column.EMAIL, " "),
                text(row, Column.PHONE, " "),
                texts(row, Column.ADDRESS),
                texts(row, Column.ADDRESS_ZH),
                language(row),
                category(row));
    }

    private String text(CsvRow row, Column column, String between) {
        List<Integer> positions = layout.at(column);
        if (positions.size() == 1) {
            return row.text(positions.getFirst());
        }
        return String.join(between, texts(row, column));
    }

    private List<String> texts(CsvRow row, Column column) {
        return layout.at(column).stream()
                .map(row::text)
                .flatMap(text -> text.lines().map(String::strip))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
