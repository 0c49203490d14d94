package holdfast.vault.check;

import holdfast.vault.codec.MalformedException;
import holdfast.vault.index.ChunkIndex;
import holdfast.vault.index.PieceReader;
import holdfast.vault.model.FileKind;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Piece;
import holdfast.vault.model.VaultException;
import holdfast.vault.tree.Catalog;
import holdfast.vault.tree.SnapshotBody;
import holdfast.vault.tree.TreeNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Walks a snapshot's trees, each tree once for all snapshots, and asks the index for every chunk. */
final class TreeCheck {
    private final ChunkIndex index;
    private final PieceReader trees;
    private final Set<List<Piece>> seen;

    TreeCheck(ChunkIndex index, PieceReader trees, Set<List<Piece>> seen) {
        this.index = index;
        this.trees = trees;
        this.seen = seen;
    }

    void check(Catalog.Known snapshot) throws IOException {
        tree(FilePath.of(""), snapshot.body().root());
        for (SnapshotBody.Attached attached : snapshot.body().attachments()) {
            trees.readAll(attached.pieces());
        }
    }

    private void tree(FilePath folder, List<Piece> tree) throws IOException {
        if (!seen.add(tree)) {
            return;
        }
        try {
            for (TreeNode node : TreeNode.decodeAll(trees.readAll(tree))) {
                FilePath path = folder.child(node.name());
                if (node.kind() == FileKind.FOLDER) {
                    tree(path, node.pieces());
                } else {
                    file(path, node);
                }
            }
        } catch (MalformedException e) {
            throw new VaultException.Damaged("the tree of " + folder + " is damaged: " + e.getMessage(), e);
        }
    }

    private void file(FilePath path, TreeNode node) throws VaultException {
        for (Piece piece : node.pieces()) {
            if (!index.contains(piece.id())) {
                throw new VaultException.Damaged(
                        "file " + path + " needs chunk " + piece.id() + ", which is in no pack that the index knows");
            }
        }
        if (node.kind() == FileKind.FILE && Piece.sum(node.pieces()) != node.size()) {
            throw new VaultException.Damaged("the chunks of file " + path + " do not add up to its size");
        }
    }
}
