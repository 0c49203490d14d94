package holdfast.vault.restore;

import holdfast.vault.host.Host;
import holdfast.vault.host.HostAttribute;
import holdfast.vault.host.HostFile;
import holdfast.vault.host.HostTarget;
import holdfast.vault.model.FileKind;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.VaultException;
import holdfast.vault.tree.Kinds;
import holdfast.vault.tree.TreeNode;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The folder that a snapshot's files are restored into. Thread-safe. */
final class RestoreTarget {
    private static final FilePath HERE = FilePath.of(".");

    private final FilePath top;
    private final boolean sparse;
    private final Host files;
    private final HostTarget host;

    RestoreTarget(FilePath top, boolean sparse) {
        this.top = top;
        this.sparse = sparse;
        this.files = Host.here();
        this.host = HostTarget.of(top.bytes());
    }

    FilePath top() {
        return top;
    }

    /** Makes the folder itself and those that lead to it. It may be named by a symbolic link. */
    void makeTop() throws IOException {
        FilePath at = FilePath.of(top.isAbsolute() ? "/" : "");
        for (FilePath segment : top.segments()) {
            at = at.child(segment.bytes());
            if (at(at).isEmpty()) {
                HostTarget.of(at.bytes()).makeFolder(new byte[0]);
            }
        }
        if (at(top.child(HERE.bytes())).isEmpty()) {
            throw new VaultException("the target " + top + " is a file; give a folder with --target");
        }
    }

    /** Whether nothing is there yet. */
    boolean isEmpty() throws IOException {
        Optional<HostFile> found = at(top.child(HERE.bytes()));
        return found.isEmpty() || found.get().children().isEmpty();
    }

    private Optional<HostFile> at(FilePath path) throws IOException {
        try {
            return Optional.of(files.file(path.bytes()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** What lies there now, whatever it is. */
    Optional<HostFile> present(FilePath path) throws IOException {
        return at(top.child(place(path)));
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

    /** The folders that lead to a path, if it is restored without them. */
    void makeParents(FilePath path) throws IOException {
        byte[] place = place(path);
        for (int i = 0; i < place.length; i++) {
            if (place[i] == '/') {
                host.makeFolder(Arrays.copyOf(place, i));
            }
        }
    }

    /** Whether a regular file that is there can be written into; not while it runs, say. */
    boolean isWritable(FilePath path) {
        return host.isWritable(place(path));
    }

    /**
     * @param create whether it is a new file; what is there is replaced
     * @param last whether the file is complete with this part
     */
    void write(
            FilePath path, TreeNode node, boolean create, long offset, byte[] bytes, int from, int length, boolean last)
            throws IOException {
        byte[] place = place(path);
        HostTarget.Finish finish = last ? finish(node) : null;
        if (!sparse) {
            host.write(place, create, offset, bytes, from, length, last ? node.size() : -1, finish);
            return;
        }
        boolean first = create;
        for (Holes.Run run : Holes.runs(bytes, from, length)) {
            host.write(place, first, offset + run.from() - from, bytes, run.from(), run.length(), -1, null);
            first = false;
        }
        if (first || last) {
            host.write(place, first, offset, bytes, from, 0, last ? node.size() : -1, finish);
        }
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

    /** Removes whatever is there, with everything in it; through no link. */
    void remove(FilePath path) throws IOException {
        Optional<HostFile> found = present(path);
        if (found.isPresent()) {
            List<HostFile> inside = found.get().stat().isFolder() ? found.get().children() : List.of();
            for (HostFile child : inside) {
                remove(path.child(child.name()));
            }
            host.remove(place(path));
        }
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
