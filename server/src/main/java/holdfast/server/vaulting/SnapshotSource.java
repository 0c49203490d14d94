package holdfast.server.vaulting;

import holdfast.server.media.ArchiveSource;
import holdfast.server.media.SnapshotRef;
import holdfast.storage.ObjectName;
import holdfast.storage.ObjectStore;
import holdfast.vault.Vault;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A snapshot's objects, as the store holds them. */
record SnapshotSource(Vault catalogue, ObjectStore store, SnapshotId id) implements ArchiveSource {
    @Override
    public SnapshotRef snapshot() {
        return new SnapshotRef(Vaults.NAME, id.toString());
    }

    @Override
    public List<Item> items() throws IOException {
        return catalogue.objectsOf(id).stream()
                .map(object -> new Item(object.name().value(), object.size(), object.kind() == VaultObject.Kind.DATA))
                .toList();
    }

    @Override
    public InputStream open(String name) throws IOException {
        return store.open(new ObjectName(name));
    }
}
