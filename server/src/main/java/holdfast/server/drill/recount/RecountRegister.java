package holdfast.server.drill.recount;

import holdfast.subjects.Column;
import holdfast.subjects.Layout;
import holdfast.vault.model.FilePath;
import java.util.List;

/**
 * How the recount reads one register: facts about the file, no code.
 *
 * @param file in the backup
 * @param delimiter between fields
 * @param by what tells who a row is about
 * @param columns in which it stands, from 0; of a name and address the name's
 * @param address the columns of the address, where that tells
 * @param categoryColumn -1 if no column has it
 * @param category of rows that have none of their own
 * @param scope within which ids that are no identity card numbers mean one person
 */
public record RecountRegister(
        FilePath file,
        char delimiter,
        By by,
        List<Integer> columns,
        List<Integer> address,
        int categoryColumn,
        String category,
        String scope) {
    /** What tells who a row is about. */
    public enum By {
        ID,
        EMAIL,
        NAME_AND_ADDRESS
    }

    public RecountRegister {
        columns = List.copyOf(columns);
        address = List.copyOf(address);
    }

    /** The facts that a backup found out about a register. */
    public static RecountRegister of(FilePath file, Layout layout) {
        List<Integer> category = layout.at(Column.CATEGORY);
        By by = !layout.at(Column.ID).isEmpty()
                ? By.ID
                : layout.at(Column.EMAIL).isEmpty() ? By.NAME_AND_ADDRESS : By.EMAIL;
        List<Integer> columns = switch (by) {
            case ID -> layout.at(Column.ID);
            case EMAIL -> layout.at(Column.EMAIL);
            case NAME_AND_ADDRESS -> layout.at(Column.NAME);
        };
        return new RecountRegister(
                file,
                layout.delimiter(),
                by,
                columns,
                layout.at(Column.ADDRESS),
                category.isEmpty() ? -1 : category.getFirst(),
                layout.category(),
                layout.scope());
    }
}
