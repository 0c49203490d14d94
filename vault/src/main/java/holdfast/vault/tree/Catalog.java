package holdfast.vault.tree;

import holdfast.crypto.HybridIdentity;
import holdfast.crypto.VerifyingKey;
import holdfast.storage.NoSuchObjectException;
import holdfast.storage.ObjectName;
import holdfast.storage.StoredObject;
import holdfast.vault.codec.MalformedException;
import holdfast.vault.index.ChunkIndex;
import holdfast.vault.index.GroupReader;
import holdfast.vault.index.PieceReader;
import holdfast.vault.key.Enrolments;
import holdfast.vault.mark.ForgetMarks;
import holdfast.vault.model.FileKind;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Hashes;
import holdfast.vault.model.Piece;
import holdfast.vault.model.Problems;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultException;
import holdfast.vault.model.Words;
import holdfast.vault.pack.OpenState;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Snapshots and trees, for those who may see names. */
public final class Catalog {
    private final OpenState vault;
    private final HybridIdentity cataloguer;

    public Catalog(OpenState vault) throws VaultException {
        this.vault = vault;
        this.cataloguer = vault.keys()
                .cataloguer()
                .orElseThrow(() -> new VaultException.NotPermitted(
                        "this is a " + Words.of(vault.keys().role())
                                + "'s key: seeing snapshots and names needs a cataloguer's, a reader's or an owner's"));
    }

    /**
     * A snapshot with its insides.
     *
     * @param writer whose it is: through this one's packs it is read
     */
    public record Known(SnapshotId id, SnapshotBody body, VerifyingKey writer) {
        public Snapshot face() {
            return new Snapshot(
                    id,
                    body.time(),
                    body.host(),
                    body.paths(),
                    body.tags(),
                    body.files(),
                    body.bytes(),
                    writer.toString(),
                    body.attachments().stream().map(SnapshotBody.Attached::name).toList());
        }
    }

    /** All that are good and not forgotten, oldest first; what is not good goes to {@code problems}. */
    public List<Known> snapshots(Problems problems) throws IOException {
        Enrolments enrolments = vault.enrolments(problems);
        Set<SnapshotId> forgotten = ForgetMarks.load(vault.store(), vault.config(), problems);
        List<StoredObject> objects;
        try (Stream<StoredObject> found = vault.store().list(SnapshotFile.PREFIX)) {
            objects = found.toList();
        }
        List<Known> known = new ArrayList<>();
        for (StoredObject object : objects) {
            try {
                if (SnapshotId.of(object.name()).filter(forgotten::contains).isPresent()) {
                    continue;
                }
                known.add(read(object.name(), enrolments));
            } catch (VaultException | NoSuchObjectException e) {
                problems.add(object.name(), e);
            }
        }
        known.sort(Comparator.<Known, Instant>comparing(k -> k.body().time()).thenComparing(Known::id));
        return known;
    }

    private Known read(ObjectName name, Enrolments enrolments) throws IOException {
        byte[] bytes = vault.store().get(name);
        SnapshotId id = SnapshotId.at(Hashes.sha256(bytes), 0);
        if (!id.objectName().equals(name)) {
            throw new VaultException.Damaged(
                    name + " is a damaged snapshot: its bytes are not those that it is named for");
        }
        SnapshotFile.Read read = SnapshotFile.decode(name, bytes, vault.config().vaultId(), cataloguer);
        VerifyingKey writer =
                read.body().rewritten().map(SnapshotBody.Rewritten::author).orElse(read.signer());
        enrolments.demandWriter(name, bytes, read.signer(), writer);
        return new Known(id, read.body(), writer);
    }

    public Known snapshot(SnapshotId id) throws IOException {
        if (!vault.store().exists(id.objectName())) {
            throw new VaultException.NotFound(
                    "there is no snapshot " + id + " in " + vault.store().place());
        }
        if (ForgetMarks.load(vault.store(), vault.config(), Problems.IGNORED).contains(id)) {
            throw new VaultException.NotFound("snapshot " + id + " was forgotten");
        }
        return read(id.objectName(), vault.enrolments(Problems.IGNORED));
    }

    public Known named(String which) throws IOException {
        List<Known> all = snapshots(Problems.IGNORED);
        if (which.equals("latest")) {
            return all.stream()
                    .reduce((a, b) -> b)
                    .orElseThrow(() -> new VaultException.NotFound(
                            "there is no snapshot yet in " + vault.store().place()));
        }
        List<Known> matching =
                all.stream().filter(k -> k.id().toString().startsWith(which)).toList();
        if (matching.size() != 1 || which.isEmpty()) {
            throw new VaultException.NotFound(
                    (matching.isEmpty() ? "no snapshot's id starts with " : "more than one snapshot's id starts with ")
                            + which + "; 'holdfast snapshots' lists them");
        }
        return matching.getFirst();
    }

    /** Reads trees through this index. */
    public PieceReader reader(ChunkIndex index) {
        return new PieceReader(index, new GroupReader(vault), vault.treeIds());
    }

    public Optional<byte[]> attachment(Known snapshot, String name, ChunkIndex index) throws IOException {
        for (SnapshotBody.Attached attached : snapshot.body().attachments()) {
            if (attached.name().equals(name)) {
                return Optional.of(reader(index).readAll(attached.pieces()));
            }
        }
        return Optional.empty();
    }

    /** Hears of every entry of a tree, a folder before what is in it. */
    public interface Visitor {
        void node(FilePath path, TreeNode node) throws IOException;

        /** What is in a folder cannot be read. The walk ends there, unless this returns: then it goes on beside it. */
        default void damaged(FilePath folder, VaultException.Damaged why) throws IOException {
            throw why;
        }
    }

    public static void walk(PieceReader trees, List<Piece> root, Visitor visitor) throws IOException {
        walk(trees, FilePath.of(""), root, visitor, 0);
    }

    /** The same of one folder's tree: the paths start with {@code folder}. */
    public static void walk(PieceReader trees, FilePath folder, List<Piece> tree, Visitor visitor) throws IOException {
        walk(trees, folder, tree, visitor, 0);
    }

    /** Goes straight down to a path, if it is in the snapshot; the slash of an absolute one may be left out or put. */
    public static Optional<TreeNode> find(PieceReader trees, Known snapshot, FilePath path) throws IOException {
        FilePath slash = FilePath.of("/");
        Optional<TreeNode> at = child(trees, snapshot.body().root(), slash);
        if (path.equals(slash)) {
            return at;
        }
        List<Piece> tree = at.isPresent() ? at.get().pieces() : snapshot.body().root();
        for (FilePath segment : path.segments()) {
            at = child(trees, tree, segment);
            if (at.isEmpty()) {
                return at;
            }
            tree = at.get().kind() == FileKind.FOLDER ? at.get().pieces() : List.of();
        }
        return at;
    }

    /** @throws VaultException.NotFound if there is no such folder */
    public static TreeNode demandFolder(PieceReader trees, Known snapshot, FilePath path) throws IOException {
        return find(trees, snapshot, path)
                .filter(node -> node.kind() == FileKind.FOLDER)
                .orElseThrow(() -> new VaultException.NotFound("there is no folder " + path + " in snapshot "
                        + snapshot.id().brief() + "; 'holdfast ls' lists its files"));
    }

    private static Optional<TreeNode> child(PieceReader trees, List<Piece> tree, FilePath name) throws IOException {
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        return nodes(trees, tree, name).stream()
                .filter(node -> FilePath.of(node.name()).equals(name))
                .findFirst();
    }

    private static List<TreeNode> nodes(PieceReader trees, List<Piece> tree, FilePath folder) throws IOException {
        try {
            return TreeNode.decodeAll(trees.readAll(tree));
        } catch (MalformedException e) {
            throw new VaultException.Damaged("the tree of " + folder + " is damaged: " + e.getMessage(), e);
        }
    }

    private static void walk(PieceReader trees, FilePath folder, List<Piece> tree, Visitor visitor, int depth)
            throws IOException {
        if (depth > 10_000) {
            throw new VaultException.Damaged("folders lie in one another ten thousand deep");
        }
        List<TreeNode> nodes;
        try {
            nodes = nodes(trees, tree, folder);
            demandNoRoot(nodes, folder);
        } catch (VaultException.Damaged e) {
            visitor.damaged(folder, e);
            return;
        }
        for (TreeNode node : nodes) {
            FilePath path = folder.child(node.name());
            visitor.node(path, node);
            if (node.kind() == FileKind.FOLDER) {
                walk(trees, path, node.pieces(), visitor, depth + 1);
            }
        }
    }

    /** Only in the root of a snapshot may an entry be called {@code /}: elsewhere its paths would be somebody else's. */
    private static void demandNoRoot(List<TreeNode> nodes, FilePath folder) throws VaultException {
        boolean slash = nodes.stream().anyMatch(node -> node.name().length == 1 && node.name()[0] == '/');
        if (slash && !folder.equals(FilePath.of(""))) {
            throw new VaultException.Damaged("the tree of " + folder + " holds a name that no file can have");
        }
    }

    public static FileEntry entry(FilePath path, TreeNode node) {
        boolean file = node.kind() == FileKind.FILE;
        boolean link = node.kind() == FileKind.SYMBOLIC_LINK;
        return new FileEntry(
                path,
                node.kind(),
                node.size(),
                node.mode(),
                node.user(),
                node.group(),
                Instant.ofEpochSecond(node.seconds(), node.nanos()),
                link ? Optional.of(FilePath.of(node.target())) : Optional.empty(),
                file ? Piece.refs(node.pieces()) : List.of());
    }
}
