package holdfast.vault.restore;

import holdfast.vault.host.HostAttribute;
import holdfast.vault.host.HostTarget;
import holdfast.vault.model.FileKind;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.VaultException;
import holdfast.vault.tree.Kinds;
import holdfast.vault.tree.TreeNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The folder that a snapshot's files are restored into. Thread-safe. */
final class RestoreTarget {
    private final Path top;
    private final HostTarget host;

    RestoreTarget(Path top) {
        this.top = top;
        this.host = HostTarget.of(top);
    }

    void makeTop() throws IOException {
        try {
            Files.createDirectories(top);
        } catch (FileAlreadyExistsException e) {
            throw new VaultException("the target " + top + " is a file; give a folder with --target", e);
        }
    }

    /** A path of the snapshot without the slash of an absolute one. */
    private static byte[] place(FilePath path) {
        byte[] bytes = path.bytes();
        return bytes.length > 0 && bytes[0] == '/' ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    void makeFolder(FilePath path) throws IOException {
        byte[] place = place(path);
        if (place.length > 0) {
            host.makeFolder(place);
        }
    }

    /** The folders that lead to a path, if it is restored alone. */
    void makeParents(FilePath path) throws IOException {
        byte[] place = place(path);
        for (int i = 0; i < place.length; i++) {
            if (place[i] == '/') {
                host.makeFolder(Arrays.copyOf(place, i));
            }
        }
    }

    /** @param last whether the file is complete with this part */
    void write(
            FilePath path, TreeNode node, boolean first, long offset, byte[] bytes, int from, int length, boolean last)
            throws IOException {
        host.write(place(path), first, offset, bytes, from, length, -1, last ? finish(node) : null);
    }

    void makeHardLink(FilePath path, FilePath first) throws IOException {
        host.makeHardLink(place(path), place(first));
    }

    void makeSpecial(FilePath path, TreeNode node) throws IOException {
        if (node.kind() == FileKind.SYMBOLIC_LINK) {
            host.makeSymbolicLink(place(path), node.target(), finish(node));
        } else {
            host.makeSpecial(place(path), Kinds.bits(node.kind()), node.device(), finish(node));
        }
    }

    void finishFolder(FilePath path, TreeNode node) throws IOException {
        host.finishFolder(place(path), finish(node));
    }

    private static HostTarget.Finish finish(TreeNode node) {
        return new HostTarget.Finish(
                node.mode(),
                node.user(),
                node.group(),
                node.seconds(),
                node.nanos(),
                node.attributes().stream()
                        .map(a -> new HostAttribute(a.name(), a.value()))
                        .toList());
    }
}
