package holdfast.vault.repair;

import holdfast.vault.codec.MalformedException;
import holdfast.vault.index.ChunkIndex;
import holdfast.vault.index.PieceReader;
import holdfast.vault.model.FileKind;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Piece;
import holdfast.vault.model.VaultException;
import holdfast.vault.repair.SnapshotRepairPlan.Broken;
import holdfast.vault.repair.SnapshotRepairPlan.Kind;
import holdfast.vault.repair.SnapshotRepairPlan.Loss;
import holdfast.vault.tree.Catalog;
import holdfast.vault.tree.SnapshotBody;
import holdfast.vault.tree.TreeNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the snapshots of one writer need and the vault does not have; a tree that many share is walked once. */
final class Losses {
    private final ChunkIndex index;
    private final PieceReader trees;
    private final Map<List<Piece>, Boolean> whole = new HashMap<>();

    Losses(ChunkIndex index, PieceReader trees) {
        this.index = index;
        this.trees = trees;
    }

    /** Nothing if all of the snapshot is there. */
    Optional<Broken> of(Catalog.Known snapshot) throws IOException {
        SnapshotBody body = snapshot.body();
        List<Loss> losses = new ArrayList<>();
        for (SnapshotBody.Attached attached : body.attachments()) {
            try {
                trees.readAll(attached.pieces());
            } catch (VaultException.Damaged e) {
                losses.add(new Loss(Kind.ATTACHMENT, FilePath.of(attached.name()), message(e)));
            }
        }
        if (losses.isEmpty() && isWhole(body.root())) {
            return Optional.empty();
        }
        Count count = new Count(losses);
        Catalog.walk(trees, body.root(), count);
        return losses.isEmpty()
                ? Optional.empty()
                : Optional.of(new Broken(snapshot, losses, count.files, count.bytes, Optional.empty()));
    }

    private boolean isWhole(List<Piece> tree) throws IOException {
        Boolean known = whole.get(tree);
        if (known != null) {
            return known;
        }
        boolean all = true;
        try {
            for (TreeNode node : TreeNode.decodeAll(trees.readAll(tree))) {
                all &= node.kind() == FileKind.FOLDER
                        ? isWhole(node.pieces())
                        : missing(node).isEmpty();
            }
        } catch (VaultException.Damaged | MalformedException e) {
            all = false;
        }
        whole.put(tree, all);
        return all;
    }

    /** Why a file cannot be restored. */
    private Optional<String> missing(TreeNode node) {
        for (Piece piece : node.pieces()) {
            if (!index.contains(piece.id())) {
                return Optional.of("chunk " + piece.id() + " is in no pack that the index knows");
            }
        }
        boolean tooShort = node.kind() == FileKind.FILE && Piece.sum(node.pieces()) != node.size();
        return tooShort ? Optional.of("its chunks do not add up to its size") : Optional.empty();
    }

    private static String message(Exception why) {
        return String.valueOf(why.getMessage());
    }

    /** Counts what is left, collects what is lost. */
    private final class Count implements Catalog.Visitor {
        private final List<Loss> losses;
        private long files;
        private long bytes;

        Count(List<Loss> losses) {
            this.losses = losses;
        }

        @Override
        public void node(FilePath path, TreeNode node) {
            Optional<String> missing = node.kind() == FileKind.FOLDER ? Optional.empty() : missing(node);
            if (missing.isPresent()) {
                losses.add(new Loss(Kind.FILE, path, missing.get()));
            } else if (node.kind() == FileKind.FILE) {
                files++;
                bytes += node.size();
            }
        }

        @Override
        public void damaged(FilePath folder, VaultException.Damaged why) {
            losses.add(new Loss(Kind.FOLDER, folder, message(why)));
        }
    }
}
