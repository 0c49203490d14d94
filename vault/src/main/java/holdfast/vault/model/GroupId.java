package holdfast.vault.model;

/**
 * A group of chunks that are compressed and sealed together: the backup session that made it and its number
 * there. Its key derives from the session's secret and this number, so a group may move to another pack.
 *
 * @param sessionHigh with {@code sessionLow} the session's 16 random bytes
 */
public record GroupId(long sessionHigh, long sessionLow, int number) {}
