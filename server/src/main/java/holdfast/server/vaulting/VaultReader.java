package holdfast.server.vaulting;

/** The vault, opened with the reader's key: whoever has one of these may read contents. Close it soon. */
public interface VaultReader extends AutoCloseable {
    /** Forgets the key. */
    @Override
    void close();
}
