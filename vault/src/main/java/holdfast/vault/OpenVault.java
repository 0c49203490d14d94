package holdfast.vault;

import holdfast.storage.NoSuchObjectException;
import holdfast.storage.ObjectName;
import holdfast.storage.ObjectStore;
import holdfast.storage.StoredObject;
import holdfast.vault.backup.Backup;
import holdfast.vault.backup.BackupRequest;
import holdfast.vault.backup.BackupResult;
import holdfast.vault.check.Check;
import holdfast.vault.check.CheckReport;
import holdfast.vault.check.ReadData;
import holdfast.vault.copy.Copy;
import holdfast.vault.copy.CopyResult;
import holdfast.vault.copy.NeededObjects;
import holdfast.vault.index.ChunkIndex;
import holdfast.vault.index.IndexCache;
import holdfast.vault.key.KeyRemoval;
import holdfast.vault.key.KeySlot;
import holdfast.vault.key.ObjectKind;
import holdfast.vault.key.Signer;
import holdfast.vault.key.Slots;
import holdfast.vault.key.VaultConfig;
import holdfast.vault.key.VaultKeys;
import holdfast.vault.model.ChunkId;
import holdfast.vault.model.Credential;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.PackId;
import holdfast.vault.model.Problems;
import holdfast.vault.model.Progress;
import holdfast.vault.model.Role;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultContext;
import holdfast.vault.model.VaultException;
import holdfast.vault.model.VaultObject;
import holdfast.vault.model.VaultOptions;
import holdfast.vault.model.Words;
import holdfast.vault.pack.OpenState;
import holdfast.vault.prune.Prune;
import holdfast.vault.prune.PruneOptions;
import holdfast.vault.prune.PrunePlan;
import holdfast.vault.prune.PruneResult;
import holdfast.vault.repair.Repair;
import holdfast.vault.restore.ChunkSink;
import holdfast.vault.restore.Contents;
import holdfast.vault.restore.Restore;
import holdfast.vault.restore.RestoreRequest;
import holdfast.vault.restore.RestoreResult;
import holdfast.vault.tree.Catalog;
import holdfast.vault.tree.FileEntry;
import holdfast.vault.tree.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The vault behind its face: opens it, and hands each piece of work to the class that does it. */
final class OpenVault implements Vault {
    private final OpenState state;
    private final IndexCache index;
    private final KeyRing ring;

    /** @param own the slot that it was opened by */
    private OpenVault(OpenState state, ObjectName own) {
        this.state = state;
        this.index = new IndexCache(state);
        this.ring = new KeyRing(state, own);
    }

    static Vault create(ObjectStore store, Credential owner, VaultOptions options, VaultContext context)
            throws IOException {
        demandEmpty(store);
        byte[] vaultId = new byte[ObjectKind.VAULT_ID_BYTES];
        context.random().nextBytes(vaultId);
        VaultKeys keys = VaultKeys.generate(context.random());
        byte[] bytes = VaultConfig.encode(
                vaultId,
                options,
                keys.reader().orElseThrow().recipient(),
                keys.cataloguer().orElseThrow().recipient(),
                keys.signing());
        return begin(store, bytes, keys, owner, context);
    }

    /** The slot first: a vault whose owner has no key must not look like one. */
    private static OpenVault begin(
            ObjectStore store, byte[] bytes, VaultKeys keys, Credential owner, VaultContext context)
            throws IOException {
        VaultConfig config = VaultConfig.decode(bytes);
        byte[] slot = Slots.encode(config, keys, owner, "first", context.random());
        store.put(Slots.name(slot), slot);
        store.put(VaultConfig.NAME, bytes);
        return new OpenVault(OpenState.of(store, context, config, keys), Slots.name(slot));
    }

    private static void demandEmpty(ObjectStore store) throws IOException {
        try (Stream<StoredObject> found = store.list("")) {
            if (found.findAny().isPresent()) {
                throw new VaultException(
                        "there is something in " + store.place() + " already; a new vault needs an empty place");
            }
        }
    }

    @Override
    public void initAlike(ObjectStore store, Credential owner) throws IOException {
        if (role() != Role.OWNER) {
            throw new VaultException.NotPermitted(
                    "this is a " + Words.of(role()) + "'s key: only an owner makes a vault alike");
        }
        demandEmpty(store);
        begin(store, state.store().get(VaultConfig.NAME), state.keys(), owner, state.context());
    }

    static Vault open(ObjectStore store, Credential credential, VaultContext context) throws IOException {
        VaultConfig config;
        try {
            config = VaultConfig.decode(store.get(VaultConfig.NAME));
        } catch (NoSuchObjectException e) {
            throw new VaultException.NoVault("there is no vault in " + store.place()
                    + "; give the right place with -r, or make one there with 'holdfast init'");
        }
        IOException damaged = null;
        for (ObjectName name : KeyRing.names(store)) {
            try {
                Optional<VaultKeys> keys = Slots.open(name, store.get(name), config, credential);
                if (keys.isPresent()) {
                    return new OpenVault(OpenState.of(store, context, config, keys.get()), name);
                }
            } catch (VaultException | NoSuchObjectException e) {
                damaged = e;
            } catch (OutOfMemoryError e) {
                // Whoever may put objects can put a slot that asks for too much: it must not keep others out.
                damaged = new VaultException(name + " asks for more memory than this program has", e);
            }
        }
        String what = credential instanceof Credential.Passphrase ? "wrong password" : "this key file is no key";
        throw new VaultException.WrongCredential(what + ": no key slot of the vault in " + store.place() + " opens"
                + (damaged == null ? "" : "; besides, " + damaged.getMessage()));
    }

    @Override
    public Role role() {
        return state.keys().role();
    }

    @Override
    public VaultOptions options() {
        return state.config().options();
    }

    @Override
    public BackupResult backup(BackupRequest request, Progress progress) throws IOException {
        return new Backup(state, request, progress).run();
    }

    @Override
    public List<Snapshot> snapshots() throws IOException {
        return new Catalog(state)
                .snapshots(Problems.IGNORED).stream().map(Catalog.Known::face).toList();
    }

    @Override
    public Snapshot snapshot(String which) throws IOException {
        return new Catalog(state).named(which).face();
    }

    @Override
    public List<FileEntry> files(SnapshotId snapshot) throws IOException {
        Catalog catalog = new Catalog(state);
        Catalog.Known known = catalog.snapshot(snapshot);
        List<FileEntry> entries = new ArrayList<>();
        Catalog.walk(
                catalog.reader(index.of(known.writer())),
                known.body().root(),
                (path, node) -> entries.add(Catalog.entry(path, node)));
        return entries;
    }

    @Override
    public Optional<byte[]> attachment(SnapshotId snapshot, String name) throws IOException {
        Catalog catalog = new Catalog(state);
        Catalog.Known known = catalog.snapshot(snapshot);
        return catalog.attachment(known, name, index.of(known.writer()));
    }

    @Override
    public List<VaultObject> objectsOf(SnapshotId snapshot) throws IOException {
        Catalog catalog = new Catalog(state);
        Catalog.Known known = catalog.snapshot(snapshot);
        ChunkIndex its = index.of(known.writer());
        return new NeededObjects(state, its).of(known, catalog.reader(its));
    }

    @Override
    public Set<ChunkId> chunksIn(PackId pack) throws IOException {
        Set<ChunkId> chunks = index.all().chunksIn(pack);
        if (chunks.isEmpty()) {
            throw new VaultException.NotFound("the index knows no pack " + pack);
        }
        return chunks;
    }

    @Override
    public void openPack(byte[] pack, ChunkSink sink) throws IOException {
        new Contents(state).openPack(pack, sink);
    }

    @Override
    public void dump(SnapshotId snapshot, FilePath path, OutputStream out) throws IOException {
        Contents contents = new Contents(state);
        Catalog catalog = new Catalog(state);
        Catalog.Known known = catalog.snapshot(snapshot);
        ChunkIndex its = index.of(known.writer());
        contents.dump(known, path, its, catalog.reader(its), out);
    }

    @Override
    public RestoreResult restore(RestoreRequest request, Progress progress) throws IOException {
        if (!role().reads()) {
            throw new VaultException.NotPermitted(
                    "this is a " + Words.of(role()) + "'s key: restoring needs a reader's or an owner's");
        }
        Catalog catalog = new Catalog(state);
        Catalog.Known known = catalog.snapshot(request.snapshot());
        ChunkIndex its = index.of(known.writer());
        return new Restore(state, request, progress).run(known, its, catalog.reader(its));
    }

    @Override
    public CheckReport check(ReadData readData, Progress progress) throws IOException {
        return new Check(state, progress).run(readData);
    }

    @Override
    public CopyResult copy(ObjectStore to, Progress progress) throws IOException {
        return new Copy(state.store(), state.approved(to), progress).run();
    }

    @Override
    public SnapshotId forgettable(String which) throws IOException {
        return new Forgetting(state).named(which);
    }

    @Override
    public void forget(Collection<SnapshotId> snapshots) throws IOException {
        new Forgetting(state).forget(snapshots);
    }

    @Override
    public PrunePlan planPrune(PruneOptions options, Progress progress) throws IOException {
        return new Prune(state, options, progress).plan();
    }

    @Override
    public PruneResult prune(PrunePlan plan, PruneOptions options, Progress progress) throws IOException {
        return new Prune(state, options, progress).run(plan);
    }

    @Override
    public Repair repair(Progress progress) throws IOException {
        return new Repair(state, progress);
    }

    @Override
    public KeySlot addKey(Role role, Credential credential, String label) throws IOException {
        return ring.add(role, credential, label);
    }

    @Override
    public KeySlot changeKey(Credential credential) throws IOException {
        return ring.change(credential);
    }

    @Override
    public KeyRemoval removeKey(String id) throws IOException {
        return ring.remove(id);
    }

    @Override
    public List<KeySlot> keys() throws IOException {
        return ring.list();
    }

    @Override
    public List<Signer> signers() throws IOException {
        return ring.signers();
    }

    @Override
    public void close() {
        state.keys().close();
    }
}
