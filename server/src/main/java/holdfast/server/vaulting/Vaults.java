package holdfast.server.vaulting;

import holdfast.crypto.Secret;
import holdfast.server.media.ArchiveSource;
import holdfast.server.record.ActorId;
import holdfast.storage.ObjectStore;
import holdfast.vault.Vault;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultOptions;

/**
 * This site's vault, and who may read it. The server holds keys of a writer and of a cataloguer in
 * {@code DATA/keys}: it can save and list, not read. Safe for many threads.
 */
public interface Vaults {
    /** The vault's name in the record. */
    String NAME = "main";

    /** Whether the vault was made. */
    boolean exists();

    /**
     * Makes the vault in the data folder. Both passphrases open it without the server: keep them on paper, apart.
     *
     * @param owner hands out keys and signs what is forgotten
     * @param reader reads contents; needed, with two key holders, for restores and notices
     * @param by a key holder
     * @throws VaultRefused if there is one already
     */
    void create(Secret owner, Secret reader, VaultOptions options, ActorId by);

    /**
     * The vault as a cataloguer sees it: names, sizes, snapshots, the person index. Not to be closed.
     *
     * @throws VaultRefused if there is none
     */
    Vault catalogue();

    /** Where the vault's objects lie. */
    ObjectStore store();

    /** A snapshot for an archive run. */
    ArchiveSource archive(SnapshotId snapshot);

    /** Asks to read contents, for a reason that is recorded; nothing opens until another key holder grants it. */
    ReadRequestId askReading(String reason, ActorId by);

    /**
     * Grants it, once.
     *
     * @param reader the reader's passphrase; copied
     * @param other a key holder who is not the asker
     * @throws VaultRefused if the request is unknown or used, or the passphrase wrong
     */
    VaultReader grantReading(ReadRequestId request, Secret reader, ActorId other);
}
