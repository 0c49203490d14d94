package holdfast.vault.pack;

import holdfast.crypto.Hkdf;
import holdfast.crypto.Secret;
import holdfast.storage.ObjectStore;
import holdfast.storage.PretendStore;
import holdfast.vault.cut.Cutter;
import holdfast.vault.key.Enrolments;
import holdfast.vault.key.OwnerApproval;
import holdfast.vault.key.VaultConfig;
import holdfast.vault.key.VaultKeys;
import holdfast.vault.model.Problems;
import holdfast.vault.model.Role;
import holdfast.vault.model.VaultContext;
import holdfast.vault.model.VaultException;
import holdfast.vault.model.VaultOptions;
import java.io.IOException;
import java.nio.ByteBuffer;

/** What every piece of work on an open vault shares: the store, the keys, and what is made from them. */
public record OpenState(
        ObjectStore store,
        VaultContext context,
        VaultConfig config,
        VaultKeys keys,
        GroupCodec groups,
        IndexSeal indexSeal,
        ChunkIds treeIds) {

    /** @param store what it does for owners alone, an owner signs for, should the store ask */
    public static OpenState of(ObjectStore store, VaultContext context, VaultConfig config, VaultKeys keys) {
        return new OpenState(
                approved(store, config, keys),
                context,
                config,
                keys,
                new GroupCodec(config.vaultId(), config.options().compression()),
                new IndexSeal(keys.index()),
                new ChunkIds(keys.treeIds()));
    }

    /** A replica of this vault, for which an owner signs as for the vault's own store. */
    public ObjectStore approved(ObjectStore replica) {
        return approved(replica, config, keys);
    }

    private static ObjectStore approved(ObjectStore store, VaultConfig config, VaultKeys keys) {
        return keys.role() == Role.OWNER ? store.approvedBy(OwnerApproval.by(config, keys.signing())) : store;
    }

    /** The same vault, into which nothing is put: for dry runs. */
    public OpenState pretending() {
        return of(new PretendStore(store), context, config, keys);
    }

    public ChunkIds contentIds() throws VaultException {
        return new ChunkIds(contentKey());
    }

    /** Cuts as every writer of this vault does. */
    public Cutter cutter() throws VaultException {
        VaultOptions options = config.options();
        try (Secret table = Hkdf.derive(contentKey(), new byte[0], "holdfast gear 1", 256 * Long.BYTES)) {
            long[] gear = new long[256];
            table.expose(bytes -> ByteBuffer.wrap(bytes).asLongBuffer().get(gear));
            return new Cutter(gear, options.chunkMinimum(), options.chunkAverage(), options.chunkMaximum());
        }
    }

    private Secret contentKey() throws VaultException {
        return keys.contentIds()
                .orElseThrow(() -> new VaultException.NotPermitted(
                        "this is a cataloguer's key: it can neither save nor read contents"));
    }

    public Enrolments enrolments(Problems problems) throws IOException {
        return Enrolments.load(store, config, problems);
    }
}
