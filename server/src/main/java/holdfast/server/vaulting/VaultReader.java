package holdfast.server.vaulting;

import holdfast.storage.ObjectStore;
import holdfast.vault.Vault;
import java.io.IOException;

/**
 * The key to contents, released by two persons: whoever has one of these may read. Close it as soon as the work
 * it was released for is done. Safe for many threads.
 */
public interface VaultReader extends AutoCloseable {
    /** The request that it was released on. */
    ReadRequestId request();

    /** This site's vault, opened for reading. Closed with this reader. */
    Vault vault();

    /**
     * A replica of the vault, at another site or on another medium, opened for reading; the caller closes it.
     *
     * @throws holdfast.vault.model.VaultException if the store holds no vault with this key
     */
    Vault replica(ObjectStore store) throws IOException;

    /** Forgets the key. */
    @Override
    void close();
}
