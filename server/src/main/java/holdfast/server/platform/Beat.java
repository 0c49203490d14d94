package holdfast.server.platform;

/**
 * Work that the server looks at every second: ring what is due, integrate the ledger. A bean of this type is
 * run by the {@link Heart}, one after the other, never twice at once. It must be safe to run at any time and
 * in several servers at once.
 */
public interface Beat {
    /** For the log, when it fails. */
    String name();

    void beat();
}
