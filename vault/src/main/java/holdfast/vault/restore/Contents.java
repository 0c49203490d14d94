package holdfast.vault.restore;

import holdfast.storage.ObjectName;
import holdfast.vault.index.ChunkIndex;
import holdfast.vault.index.GroupReader;
import holdfast.vault.index.PieceReader;
import holdfast.vault.model.FileKind;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Hashes;
import holdfast.vault.model.PackId;
import holdfast.vault.model.Piece;
import holdfast.vault.model.VaultException;
import holdfast.vault.model.Words;
import holdfast.vault.pack.ChunkIds;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.pack.OpenState;
import holdfast.vault.pack.PackDirectory;
import holdfast.vault.pack.PackFile;
import holdfast.vault.pack.PackKind;
import holdfast.vault.tree.Catalog;
import holdfast.vault.tree.TreeNode;
import java.io.IOException;
import java.io.OutputStream;

/** Opens contents, for readers. */
public final class Contents {
    private final OpenState vault;
    private final GroupReader groups;
    private final ChunkIds ids;

    public Contents(OpenState vault) throws VaultException {
        if (!vault.keys().role().reads()) {
            throw new VaultException.NotPermitted("this is a "
                    + Words.of(vault.keys().role()) + "'s key: reading contents needs a reader's or an owner's");
        }
        this.vault = vault;
        this.groups = new GroupReader(vault);
        this.ids = vault.contentIds();
    }

    /** Every chunk of a pack that somebody brings, from a cartridge say. */
    public void openPack(byte[] bytes, ChunkSink sink) throws IOException {
        PackId id = PackId.at(Hashes.sha256(bytes), 0);
        ObjectName name = id.objectName();
        PackFile.Read read = PackFile.read(name, bytes, vault.config().vaultId(), vault.indexSeal());
        if (read.kind() != PackKind.CONTENT) {
            return;
        }
        IndexPart.Pack pack = new IndexPart.Pack(id, bytes.length, read.kind(), read.directory());
        for (PackDirectory.Group group : read.directory().groups()) {
            byte[] plain = groups.open(pack, group, bytes, (int) group.offset());
            int offset = 0;
            for (int i = 0; i < group.chunks(); i++) {
                int length = group.chunkLengths()[i];
                sink.chunk(group.chunk(i), groups.chunk(plain, offset, length, group.chunk(i), ids));
                offset += length;
            }
        }
    }

    public void dump(Catalog.Known snapshot, FilePath path, ChunkIndex index, PieceReader trees, OutputStream out)
            throws IOException {
        TreeNode node = Catalog.find(trees, snapshot, path)
                .orElseThrow(() -> new VaultException.NotFound("there is no " + path + " in snapshot "
                        + snapshot.id().brief() + "; 'holdfast ls' lists its files"));
        if (node.kind() != FileKind.FILE) {
            throw new VaultException.NotFound(path + " is not a regular file: it has no content to write");
        }
        PieceReader contents = new PieceReader(index, groups, ids);
        for (Piece piece : node.pieces()) {
            out.write(contents.read(piece));
        }
        out.flush();
    }
}
