package holdfast.vault.repair;

import holdfast.vault.codec.MalformedException;
import holdfast.vault.index.ChunkIndex;
import holdfast.vault.index.PieceReader;
import holdfast.vault.index.PieceStore;
import holdfast.vault.model.FileKind;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Piece;
import holdfast.vault.model.VaultException;
import holdfast.vault.repair.SnapshotRepairPlan.Kind;
import holdfast.vault.repair.SnapshotRepairPlan.Loss;
import holdfast.vault.tree.SnapshotBody;
import holdfast.vault.tree.TreeNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes trees anew without what is lost: only those on the way to it; the others are taken as they are. */
final class TreeRewrite {
    private final PieceReader trees;
    private final PieceStore store;
    private final Set<FilePath> lost = new HashSet<>();
    private final Set<FilePath> lostAttachments = new HashSet<>();
    private final Set<FilePath> onTheWay = new HashSet<>();

    TreeRewrite(PieceReader trees, PieceStore store, List<Loss> losses) {
        this.trees = trees;
        this.store = store;
        for (Loss loss : losses) {
            if (loss.kind() == Kind.ATTACHMENT) {
                lostAttachments.add(loss.path());
            } else {
                lost.add(loss.path());
                FilePath above = loss.path().parent();
                while (onTheWay.add(above)) {
                    above = above.parent();
                }
            }
        }
    }

    List<Piece> root(List<Piece> root) throws IOException, InterruptedException {
        return tree(FilePath.of(""), root);
    }

    private List<Piece> tree(FilePath folder, List<Piece> tree) throws IOException, InterruptedException {
        if (!onTheWay.contains(folder)) {
            return tree;
        }
        List<TreeNode> kept = new ArrayList<>();
        for (TreeNode node : nodes(tree)) {
            FilePath path = folder.child(node.name());
            if (!lost.contains(path)) {
                kept.add(node.kind() == FileKind.FOLDER ? node.withPieces(tree(path, node.pieces())) : node);
            }
        }
        return store.keep(TreeNode.encode(kept));
    }

    /**
     * Claims all that is kept.
     *
     * @return false if something of it is not in this index
     */
    boolean claims(ChunkIndex index, SnapshotBody body) throws IOException {
        boolean all = claims(index, FilePath.of(""), body.root());
        for (SnapshotBody.Attached attached : body.attachments()) {
            all &= isLost(attached) || claim(index, attached.pieces());
        }
        return all;
    }

    boolean isLost(SnapshotBody.Attached attached) {
        return lostAttachments.contains(FilePath.of(attached.name()));
    }

    private boolean claims(ChunkIndex index, FilePath folder, List<Piece> tree) throws IOException {
        boolean all = onTheWay.contains(folder) || claim(index, tree);
        for (TreeNode node : nodes(tree)) {
            FilePath path = folder.child(node.name());
            if (!lost.contains(path)) {
                all &= node.kind() == FileKind.FOLDER
                        ? claims(index, path, node.pieces())
                        : claim(index, node.pieces());
            }
        }
        return all;
    }

    private static boolean claim(ChunkIndex index, List<Piece> pieces) {
        boolean all = true;
        for (Piece piece : pieces) {
            all &= index.claim(piece.id());
        }
        return all;
    }

    private List<TreeNode> nodes(List<Piece> tree) throws IOException {
        try {
            return TreeNode.decodeAll(trees.readAll(tree));
        } catch (MalformedException e) {
            throw new VaultException.Damaged("a tree is damaged: " + e.getMessage(), e);
        }
    }
}
