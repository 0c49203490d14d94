package holdfast.subjects.index;

import holdfast.subjects.RegisterSummary;
import java.util.List;

/**
 * What the registers of a backup came to.
 *
 * @param registers those that were read, in the order of the backup
 * @param persons in them, each once
 * @param unread rows that name nobody, and registers that could not be read
 * @param missing globs of registers that matched no file of the backup
 */
public record RegistersSeen(
        List<RegisterSummary> registers, long persons, List<UnreadRow> unread, List<String> missing) {
    /** Further persons at most, behind all that was not read. */
    public long unknownAtMost() {
        return unread.stream().mapToLong(UnreadRow::atMost).sum();
    }
}
