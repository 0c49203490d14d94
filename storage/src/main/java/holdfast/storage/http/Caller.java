package holdfast.storage.http;

/**
 * Somebody whom a server knows by a token.
 *
 * @param name for the log and the quota
 * @param writes whether it may put; else it only reads
 */
public record Caller(String name, boolean writes) {}
