package holdfast.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** The folder that files are restored into. Never writes through a link that lies there already. Thread-safe. */
final class RestoreTarget {
    private final Path top;
    private final boolean unix;

    RestoreTarget(Path top) {
        this.top = top;
        this.unix = top.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    void makeTop() throws IOException {
        try {
            Files.createDirectories(top);
        } catch (FileAlreadyExistsException e) {
            throw new VaultException("the target " + top + " is a file; give a folder with --target", e);
        }
    }

    void makeFolder(FilePath path) throws IOException {
        Path folder = Restore.place(top, path);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && !folder.equals(top)) {
            Files.deleteIfExists(folder);
            Files.createDirectories(folder);
        }
    }

    /** @param first whether nothing was written to this file yet: what lies there is replaced, not written into */
    void write(FilePath path, long offset, byte[] bytes, int from, int length, boolean first) throws IOException {
        Path file = Restore.place(top, path);
        if (first) {
            makeParents(file);
            Files.deleteIfExists(file);
        }
        try (FileChannel channel = FileChannel.open(
                file, first ? StandardOpenOption.CREATE_NEW : StandardOpenOption.WRITE, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, from, length);
            long at = offset;
            while (buffer.hasRemaining()) {
                at += channel.write(buffer, at);
            }
        }
    }

    /** Folders above what was asked for alone. */
    private static void makeParents(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            Files.createDirectories(parent);
        }
    }

    void makeHardLink(FilePath path, FilePath first) throws IOException {
        Path link = Restore.place(top, path);
        makeParents(link);
        Files.deleteIfExists(link);
        Files.createLink(link, Restore.place(top, first));
    }

    void makeSpecial(FilePath path, TreeNode node) throws IOException {
        if (node.kind() != FileKind.SYMBOLIC_LINK) {
            throw new FileSystemException("a " + Words.of(node.kind()) + " is in the snapshot but was not made here");
        }
        Path link = Restore.place(top, path);
        makeParents(link);
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, Path.of(new String(node.target(), UTF_8)));
        finish(path, node);
    }

    /** Owner first, since changing it clears bits of the mode; the time last. */
    void finish(FilePath path, TreeNode node) throws IOException {
        Path file = Restore.place(top, path);
        boolean link = node.kind() == FileKind.SYMBOLIC_LINK;
        if (unix) {
            setOwner(file, node);
            if (!link) {
                Files.setAttribute(file, "unix:mode", node.mode(), LinkOption.NOFOLLOW_LINKS);
            }
        }
        if (!link) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(node.seconds(), node.nanos())));
        }
    }

    /** Only the superuser may give files away; anybody else restores as himself. */
    private static void setOwner(Path file, TreeNode node) throws IOException {
        try {
            Files.setAttribute(file, "unix:uid", node.user(), LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(file, "unix:gid", node.group(), LinkOption.NOFOLLOW_LINKS);
        } catch (FileSystemException e) {
            if (!String.valueOf(e.getReason()).contains("not permitted")) {
                throw e;
            }
        }
    }
}
