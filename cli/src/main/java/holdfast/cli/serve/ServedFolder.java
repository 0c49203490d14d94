package holdfast.cli.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;

/**
 * The papers of a folder that is served, in {@code .serve/} of it, for the operator's eyes only. No object's name
 * starts with a dot, so that none of this is ever served or listed.
 */
public final class ServedFolder {
    private final Path root;

    public ServedFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    public Path root() {
        return root;
    }

    Path tokens() {
        return papers().resolve("tokens");
    }

    Path used() {
        return papers().resolve("used");
    }

    Path certificate() {
        return papers().resolve("certificate.pem");
    }

    Path key() {
        return papers().resolve("key.pem");
    }

    Path lock() {
        return papers().resolve("lock");
    }

    private Path papers() {
        return root.resolve(".serve");
    }

    /** Makes the folder for papers if it is not there. */
    void prepare() throws IOException {
        Files.createDirectories(root);
        if (!Files.isDirectory(papers())) {
            Files.createDirectory(papers(), forOwner(root, "rwx------"));
        }
    }

    /** Writes a paper whole, or not at all. */
    static void write(Path file, byte[] bytes) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        try (FileChannel channel = FileChannel.open(
                        draft,
                        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        forOwner(file, "rw-------"));
                OutputStream out = Channels.newOutputStream(channel)) {
            out.write(bytes);
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] forOwner(Path near, String permissions) {
        boolean posix = near.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
