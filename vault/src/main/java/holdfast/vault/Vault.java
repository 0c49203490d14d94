package holdfast.vault;

import holdfast.storage.ObjectStore;
import holdfast.vault.backup.BackupRequest;
import holdfast.vault.backup.BackupResult;
import holdfast.vault.check.CheckReport;
import holdfast.vault.check.ReadData;
import holdfast.vault.copy.CopyResult;
import holdfast.vault.key.KeyRemoval;
import holdfast.vault.key.KeySlot;
import holdfast.vault.key.Signer;
import holdfast.vault.model.ChunkId;
import holdfast.vault.model.Credential;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.PackId;
import holdfast.vault.model.Progress;
import holdfast.vault.model.Role;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultContext;
import holdfast.vault.model.VaultException;
import holdfast.vault.model.VaultObject;
import holdfast.vault.model.VaultOptions;
import holdfast.vault.prune.PruneOptions;
import holdfast.vault.prune.PrunePlan;
import holdfast.vault.prune.PruneResult;
import holdfast.vault.repair.Repair;
import holdfast.vault.restore.ChunkSink;
import holdfast.vault.restore.RestoreRequest;
import holdfast.vault.restore.RestoreResult;
import holdfast.vault.tree.FileEntry;
import holdfast.vault.tree.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An open vault. What a method needs of the key's {@link Role} is said beside it; without it, it throws
 * {@link VaultException.NotPermitted}. Thread-safe; any number of vaults may be open on one store, in any number
 * of processes.
 */
public interface Vault extends AutoCloseable {
    /**
     * Makes a vault in a store that has none, with a first key of role OWNER.
     *
     * @throws VaultException if there is a vault already
     */
    static Vault create(ObjectStore store, Credential owner, VaultOptions options, VaultContext context)
            throws IOException {
        return OpenVault.create(store, owner, options, context);
    }

    /**
     * Opens a vault by whichever of its keys the credential fits.
     *
     * @throws VaultException.NoVault if the store has no vault
     * @throws VaultException.WrongCredential if no key slot opens
     */
    static Vault open(ObjectStore store, Credential credential, VaultContext context) throws IOException {
        return OpenVault.open(store, credential, context);
    }

    /**
     * Makes an empty vault that is alike: with the same config and keys, and one slot, so that {@link #copy} moves
     * objects between the two, both ways and unopened. Role: OWNER.
     *
     * @throws VaultException if there is something in the store already
     */
    void initAlike(ObjectStore store, Credential owner) throws IOException;

    /** The role of the key that opened it. */
    Role role();

    VaultOptions options();

    /**
     * Saves files as a new snapshot. A file that cannot be read is reported in the result and left out; a path of
     * the request that is not there at all is an error. Roles: OWNER, WRITER.
     */
    BackupResult backup(BackupRequest request, Progress progress) throws IOException;

    /** All snapshots of enrolled writers, oldest first. Roles: OWNER, READER, CATALOGUER. */
    List<Snapshot> snapshots() throws IOException;

    /**
     * The snapshot called {@code latest}, or the one whose id starts so. Roles: as {@link #snapshots}.
     *
     * @throws VaultException.NotFound if there is none, or more than one
     */
    Snapshot snapshot(String which) throws IOException;

    /** Everything in a snapshot, folders before what is in them. Roles: OWNER, READER, CATALOGUER. */
    List<FileEntry> files(SnapshotId snapshot) throws IOException;

    /** An attachment's bytes, if there is one of the name. Roles: OWNER, READER, CATALOGUER. */
    Optional<byte[]> attachment(SnapshotId snapshot, String name) throws IOException;

    /**
     * Every object that a store must have for this snapshot to be restored by somebody with a key, except the key
     * slots, which never travel. Roles: OWNER, READER, CATALOGUER.
     */
    List<VaultObject> objectsOf(SnapshotId snapshot) throws IOException;

    /**
     * The chunks in a pack, by the index; if two writers tell of it differently, all that either says. Any role.
     *
     * @throws VaultException.NotFound if the index does not know the pack
     */
    Set<ChunkId> chunksIn(PackId pack) throws IOException;

    /**
     * Opens every group of a pack of contents and verifies every chunk against its id. The pack needs no store: it
     * may come from a cartridge. Roles: OWNER, READER.
     */
    void openPack(byte[] pack, ChunkSink sink) throws IOException;

    /** Writes one file's content. Roles: OWNER, READER. */
    void dump(SnapshotId snapshot, FilePath path, OutputStream out) throws IOException;

    /** Restores files; what fails is in the result, the rest is restored. Roles: OWNER, READER. */
    RestoreResult restore(RestoreRequest request, Progress progress) throws IOException;

    /**
     * Looks whether everything is there and signed by somebody enrolled; with {@code readData} reads every byte of
     * every pack. Roles: CATALOGUER for the structure, READER to open contents; a lesser role checks what it can,
     * and the report says what it left out.
     */
    default CheckReport check(boolean readData, Progress progress) throws IOException {
        return check(readData ? ReadData.ALL : ReadData.NOTHING, progress);
    }

    /** The same, reading some of the packs. */
    CheckReport check(ReadData readData, Progress progress) throws IOException;

    /**
     * Copies every object that the other store lacks, so that it becomes a replica of this vault, key slots
     * included; objects that only say where others lie go last. What is damaged here is left out, and named in the result.
     * Any role.
     */
    CopyResult copy(ObjectStore to, Progress progress) throws IOException;

    /**
     * The snapshot called {@code latest}, or whose id starts so, though nobody may be able to read it, or believe it: one
     * that is damaged keeps a prune from its work until it is brought back or given up. Role: OWNER.
     *
     * @throws VaultException.NotFound if there is none, or more than one
     */
    SnapshotId forgettable(String which) throws IOException;

    /**
     * Gives snapshots up, such as can be read or not: they are not listed any more, and the next {@link #prune} frees
     * what only they need. There is no way back. Role: OWNER.
     *
     * @throws VaultException.NotFound if one of them is not there
     */
    void forget(Collection<SnapshotId> snapshots) throws IOException;

    /** What {@link #prune} would do; changes nothing. Role: OWNER. */
    PrunePlan planPrune(PruneOptions options, Progress progress) throws IOException;

    /**
     * Frees what no snapshot needs, in two visits: what is found not to be needed is marked, and deleted by a prune
     * after the grace time, if it is still not needed. Backups, copies and other prunes may run meanwhile. Role: OWNER.
     */
    PruneResult prune(PrunePlan plan, PruneOptions options, Progress progress) throws IOException;

    /**
     * Mends what is damaged as far as it can be, and names the rest: each kind of repair plans first, and does what it
     * planned and nothing else. Role: OWNER.
     */
    Repair repair(Progress progress) throws IOException;

    /** Adds a way into the vault. Role: OWNER. */
    KeySlot addKey(Role role, Credential credential, String label) throws IOException;

    /**
     * Puts this credential in the place of the one that the vault was opened with, without writing data anew: the new
     * slot is put, then the old one deleted. Any role; a store that takes slots from owners alone refuses the new one,
     * and nothing changes; one that only deletes for owners alone keeps the old slot until an owner removes it, and this
     * throws what that store says, with the new slot in place.
     */
    KeySlot changeKey(Credential credential) throws IOException;

    /**
     * Takes a key back. Its slots are deleted: its passphrase or key file opens this store's vault no more. Whoever kept
     * a copy of the slot, or of the keys in it, still reads what they could read, and what is put later too: the vault's
     * keys stay the same. But what they sign from now on counts for nothing, here and wherever the revocation is copied
     * to; what they signed and is in the store now stays believed. An owner's slot is deleted only: its signing key is
     * the vault's. Role: OWNER.
     *
     * @param id of the slot, or the signing key as {@link #signers} gives it, or the beginning of either
     * @throws VaultException.NotFound if there is none, or more than one
     * @throws VaultException.Damaged if an enrolment cannot be read
     * @throws VaultException if it is the slot that the vault was opened by: nothing else is sure to open
     */
    KeyRemoval removeKey(String id) throws IOException;

    /** Everybody whom the owner enrolled, those whose key was taken back too. Any role. */
    List<Signer> signers() throws IOException;

    /** All ways into the vault. Any role. */
    List<KeySlot> keys() throws IOException;

    /** Forgets the keys; the store stays open. */
    @Override
    void close();
}
