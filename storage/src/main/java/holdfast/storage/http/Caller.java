package holdfast.storage.http;

/**
 * Somebody whom a server knows by a token.
 *
 * @param name for the log and the quota
 * @param rights what it may do
 */
public record Caller(String name, Rights rights) {
    /** Whether it may put anything at all. */
    public boolean writes() {
        return rights != Rights.READS;
    }
}
