package holdfast.vault.prune;

import holdfast.crypto.VerifyingKey;
import holdfast.vault.codec.MalformedException;
import holdfast.vault.index.ChunkIndex;
import holdfast.vault.index.IndexLoader;
import holdfast.vault.index.PieceReader;
import holdfast.vault.model.FileKind;
import holdfast.vault.model.GroupId;
import holdfast.vault.model.PackId;
import holdfast.vault.model.Piece;
import holdfast.vault.model.VaultException;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.pack.OpenState;
import holdfast.vault.tree.Catalog;
import holdfast.vault.tree.SnapshotBody;
import holdfast.vault.tree.TreeNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which groups the snapshots need: each chunk is taken from one place, the same that every other prune would choose
 * (packs that are not marked first, then by id), so that two prunes do not each delete the copy that the other keeps.
 */
final class NeededGroups {
    private final OpenState vault;
    private final PruneScan scan;
    private final Catalog catalog;
    private final Map<PackId, Set<GroupId>> needed = new HashMap<>();

    NeededGroups(OpenState vault, PruneScan scan) throws VaultException {
        this.vault = vault;
        this.scan = scan;
        this.catalog = new Catalog(vault);
    }

    /** The needed groups of each pack; a pack of which nothing is needed is not in it. */
    Map<PackId, Set<GroupId>> find() throws IOException {
        Map<VerifyingKey, List<Catalog.Known>> byWriter = new HashMap<>();
        for (Catalog.Known snapshot : scan.snapshots()) {
            byWriter.computeIfAbsent(snapshot.writer(), writer -> new ArrayList<>())
                    .add(snapshot);
        }
        for (Map.Entry<VerifyingKey, List<Catalog.Known>> one : byWriter.entrySet()) {
            Domain domain = new Domain(index(one.getKey()));
            for (Catalog.Known snapshot : one.getValue()) {
                domain.need(snapshot);
            }
            for (ChunkIndex.GroupPlace place : domain.index.claimed()) {
                needed.computeIfAbsent(place.pack().id(), pack -> new HashSet<>())
                        .add(place.group().id());
            }
        }
        return needed;
    }

    private ChunkIndex index(VerifyingKey writer) {
        record Told(VerifyingKey author, IndexPart.Pack pack) {}
        Set<PackId> doomed = scan.marks().packs();
        List<Told> told = new ArrayList<>();
        for (IndexLoader.Part part : scan.parts()) {
            if (scan.trusts(writer, part.author())) {
                part.packs().stream()
                        .filter(pack -> IndexLoader.isThere(pack, scan.stored()))
                        .forEach(pack -> told.add(new Told(part.author(), pack)));
            }
        }
        told.sort(Comparator.comparing((Told one) -> doomed.contains(one.pack().id()))
                .thenComparing(one -> one.pack().id()));
        ChunkIndex index = new ChunkIndex();
        told.forEach(one -> index.add(one.author(), one.pack()));
        return index;
    }

    /** The snapshots of one writer, and the packs through which they are read. */
    private final class Domain {
        private final ChunkIndex index;
        private final PieceReader trees;
        private final Set<List<Piece>> seen = new HashSet<>();

        Domain(ChunkIndex index) {
            this.index = index;
            this.trees = catalog.reader(index);
        }

        void need(Catalog.Known snapshot) throws IOException {
            try {
                tree(snapshot.body().root());
                for (SnapshotBody.Attached attached : snapshot.body().attachments()) {
                    need(attached.pieces());
                }
            } catch (VaultException.Damaged e) {
                throw new VaultException.Damaged(
                        "snapshot " + snapshot.id().brief() + " is damaged, so nothing was deleted: " + e.getMessage()
                                + "; 'holdfast repair snapshots' writes what is left of it anew",
                        e);
            }
        }

        private void tree(List<Piece> tree) throws IOException {
            if (!seen.add(tree)) {
                return;
            }
            need(tree);
            try {
                for (TreeNode node : TreeNode.decodeAll(trees.readAll(tree))) {
                    if (node.kind() == FileKind.FOLDER) {
                        tree(node.pieces());
                    } else {
                        need(node.pieces());
                    }
                }
            } catch (MalformedException e) {
                throw new VaultException.Damaged("a tree is damaged: " + e.getMessage(), e);
            }
        }

        private void need(List<Piece> pieces) throws VaultException {
            for (Piece piece : pieces) {
                if (!index.claim(piece.id())) {
                    throw new VaultException.Damaged("chunk " + piece.id() + " is in no pack in "
                            + vault.store().place() + " that the index tells of; run 'holdfast repair index'");
                }
            }
        }
    }
}
