package holdfast.vault.copy;

import holdfast.storage.ObjectName;
import holdfast.storage.StoredObject;
import holdfast.vault.index.ChunkIndex;
import holdfast.vault.index.PieceReader;
import holdfast.vault.key.Enrolments;
import holdfast.vault.key.Revocations;
import holdfast.vault.key.VaultConfig;
import holdfast.vault.model.PackId;
import holdfast.vault.model.Piece;
import holdfast.vault.model.VaultException;
import holdfast.vault.model.VaultObject;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.pack.OpenState;
import holdfast.vault.tree.Catalog;
import holdfast.vault.tree.SnapshotBody;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which objects a snapshot needs: its packs, all of the index, the config, the enrolments and revocations, itself. */
public final class NeededObjects {
    private final OpenState vault;
    private final ChunkIndex index;
    private final Map<PackId, IndexPart.Pack> packs = new LinkedHashMap<>();

    public NeededObjects(OpenState vault, ChunkIndex index) {
        this.vault = vault;
        this.index = index;
    }

    public List<VaultObject> of(Catalog.Known snapshot, PieceReader trees) throws IOException {
        need(snapshot.body().root());
        for (SnapshotBody.Attached attached : snapshot.body().attachments()) {
            need(attached.pieces());
        }
        Catalog.walk(trees, snapshot.body().root(), (path, node) -> need(node.pieces()));
        List<VaultObject> objects = new ArrayList<>();
        for (IndexPart.Pack pack : packs.values()) {
            objects.add(new VaultObject(
                    pack.id().objectName(), pack.size(), pack.kind().objectKind()));
        }
        addAll(objects, VaultConfig.NAME.value());
        addAll(objects, Enrolments.PREFIX);
        addAll(objects, Revocations.PREFIX);
        addAll(objects, IndexPart.PREFIX);
        ObjectName name = snapshot.id().objectName();
        addAll(objects, name.value());
        return objects;
    }

    private void need(List<Piece> pieces) throws VaultException {
        for (Piece piece : pieces) {
            IndexPart.Pack pack = index.demand(piece.id()).group().pack();
            packs.put(pack.id(), pack);
        }
    }

    private void addAll(List<VaultObject> objects, String prefix) throws IOException {
        try (Stream<StoredObject> found = vault.store().list(prefix)) {
            found.map(object -> new VaultObject(object.name(), object.size(), VaultObject.Kind.META))
                    .forEach(objects::add);
        }
    }
}
