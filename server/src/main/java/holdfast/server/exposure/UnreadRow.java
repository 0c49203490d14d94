package holdfast.server.exposure;

/**
 * A row of a register on the media in which no person could be recognised: further persons may be behind it.
 *
 * @param file the register
 * @param line the line on which the row begins, from 1
 * @param reason what is wrong with it, never its contents
 * @param atMost how many persons it can stand for
 */
public record UnreadRow(String file, long line, String reason, long atMost) {}
