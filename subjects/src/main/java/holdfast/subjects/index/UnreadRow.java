package holdfast.subjects.index;

/**
 * A row in which nobody could be recognised, or a whole register that could not be read (line 1).
 *
 * @param file the register's path in the backup
 * @param line on which it begins, from 1
 * @param reason what is wrong, never the contents
 * @param atMost how many persons it can stand for
 */
public record UnreadRow(String file, long line, String reason, long atMost) {}
