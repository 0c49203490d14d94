package holdfast.vault.backup;

import holdfast.storage.ObjectStore;
import holdfast.vault.index.ChunkIndex;
import holdfast.vault.index.IndexLoader;
import holdfast.vault.index.IndexView;
import holdfast.vault.model.GroupId;
import holdfast.vault.model.PackId;
import holdfast.vault.model.VaultException;
import holdfast.vault.pack.OpenState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The last question before a snapshot is put: is all that it refers to sure to stay? It is if the index was seen less
 * than half the grace time ago: what was not marked for deletion then is not deleted before the snapshot is visible,
 * and prune looks at the snapshots again before it deletes. An older view is read anew. All times are the store's.
 */
public final class CommitGate {
    private final OpenState vault;
    private final ObjectStore store;
    private final Duration grace;
    private final List<PackId> own;
    private IndexView view;

    /** @param own the packs that this backup put */
    public CommitGate(OpenState vault, IndexView view, List<PackId> own) {
        this.vault = vault;
        this.store = vault.store();
        this.grace = vault.config().options().grace();
        this.view = view;
        this.own = own;
    }

    /** @throws VaultException if something that the snapshot would refer to may be deleted: no snapshot is made */
    public void demandThatAllStays() throws IOException {
        if (isYoungerThan(grace.dividedBy(2))) {
            return;
        }
        ChunkIndex reliedOn = view.index();
        view = IndexLoader.forBackup(vault, view.writer());
        Set<GroupId> there = view.index().groupIds();
        for (ChunkIndex.GroupPlace place : reliedOn.claimed()) {
            if (!there.contains(place.group().id())) {
                throw deleted(place.pack().id());
            }
        }
        for (PackId pack : own) {
            boolean stored = view.stored().contains(pack) || store.exists(pack.objectName());
            if (!stored || view.doomed().contains(pack)) {
                throw deleted(pack);
            }
        }
        if (!isYoungerThan(grace.dividedBy(2))) {
            throw tooSlow("reading the index alone took");
        }
    }

    /** After the snapshot is put: a store that took too long for it may have let a prune pass. */
    public void demandInTime() throws IOException {
        if (!isYoungerThan(grace.multipliedBy(3).dividedBy(4))) {
            throw tooSlow("putting the snapshot took until");
        }
    }

    private boolean isYoungerThan(Duration age) throws IOException {
        Instant now = store.now();
        Duration since = Duration.between(view.at(), now);
        return !since.isNegative() && since.compareTo(age) <= 0;
    }

    private VaultException deleted(PackId pack) {
        return new VaultException("this backup took so long that a prune came to delete pack " + pack.brief()
                + ", which it relies on: it does not count as saved. Run it again: what was uploaded is kept");
    }

    private VaultException tooSlow(String what) {
        return new VaultException(what + " more than half of the vault's grace time (" + grace
                + ") after the index was read, so a prune may have deleted what this backup relies on: it does not"
                + " count as saved. Run it again: what was uploaded is kept");
    }
}
