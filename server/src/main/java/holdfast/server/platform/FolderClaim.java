package holdfast.server.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * A data folder held by this process alone until {@link #close}. The operating system drops the lock when the
 * process dies, however it dies, so a lock file left behind by {@code kill -9} hinders nobody.
 */
final class FolderClaim implements AutoCloseable {
    static final String MARKER = "holdfast-data";
    static final String LOCK = "holdfast.lock";
    private static final String FORMAT = "holdfast-data 1";
    private static final long LEAST_SPACE = 300L << 20;

    private final DataFolder folder;
    private final String id;
    private final FileChannel lock;

    private FolderClaim(DataFolder folder, String id, FileChannel lock) {
        this.folder = folder;
        this.id = id;
        this.lock = lock;
    }

    DataFolder folder() {
        return folder;
    }

    /** A random name of this folder that stays with it when it is moved. */
    String id() {
        return id;
    }

    /**
     * Takes the folder, making it if it is not there.
     *
     * @throws CannotStart if it is in use, belongs to somebody else, is of another version, or has no room
     */
    static FolderClaim take(Path path) {
        DataFolder folder = new DataFolder(path);
        Path root = folder.root();
        try {
            prepare(root);
            FileChannel lock = lock(root);
            try {
                String id = mark(root);
                enoughSpace(root);
                return new FolderClaim(folder, id, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new CannotStart("Cannot use the data folder " + root + ": " + reason(e), e);
        }
    }

    private static void prepare(Path root) throws IOException {
        Path marker = root.resolve(MARKER);
        if (Files.exists(root)) {
            if (!Files.isDirectory(root)) {
                throw new CannotStart(root + " is a file. Name a folder with --data.");
            }
            if (!Files.exists(marker) && !isEmptyButForALock(root)) {
                throw new CannotStart("The folder " + root + " belongs to somebody else: it is not empty and not a"
                        + " Holdfast data folder. Name another with --data.");
            }
            if (Files.exists(marker)) {
                sameOwner(root, marker);
            }
        } else {
            Files.createDirectories(root);
        }
        // As root, the database runs as an ordinary account and must be able to pass through; what lies in the
        // folder is closed one by one.
        Set<PosixFilePermission> mode =
                PosixFilePermissions.fromString(OsAccounts.weAreRoot() ? "rwx--x--x" : "rwx------");
        Files.setPosixFilePermissions(root, mode);
    }

    private static boolean isEmptyButForALock(Path root) throws IOException {
        try (DirectoryStream<Path> content = Files.newDirectoryStream(root)) {
            for (Path entry : content) {
                if (!entry.getFileName().toString().equals(LOCK)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void sameOwner(Path root, Path marker) throws IOException {
        int owner = OsAccounts.ownerOf(marker);
        if (owner != OsAccounts.ourUid()) {
            throw new CannotStart("The data folder " + root + " belongs to somebody else: to the account "
                    + Files.getOwner(marker) + ", and this process runs as " + System.getProperty("user.name")
                    + ". Start Holdfast as " + Files.getOwner(marker) + ", or name another folder with --data.");
        }
    }

    @SuppressWarnings("resource") // closed with the claim
    private static FileChannel lock(Path root) throws IOException {
        Path file = root.resolve(LOCK);
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        boolean ours = false;
        try {
            ours = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            ours = false; // another server in this very process
        }
        if (!ours) {
            String holder = Files.readString(file, StandardCharsets.UTF_8).strip();
            channel.close();
            throw new CannotStart("The data folder " + root + " is in use by another server, "
                    + (holder.isEmpty() ? "which is just starting" : holder)
                    + ". Stop it first, or name another folder with --data.");
        }
        String holder = "pid " + ProcessHandle.current().pid() + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
        return channel;
    }

    private static String mark(Path root) throws IOException {
        Path marker = root.resolve(MARKER);
        if (!Files.exists(marker)) {
            SecretFile.write(marker, FORMAT + "\n" + UUID.randomUUID() + "\n");
        }
        var lines = Files.readAllLines(marker, StandardCharsets.UTF_8);
        if (lines.size() < 2 || !lines.getFirst().equals(FORMAT)) {
            throw new CannotStart("The data folder " + root + " is of another version of Holdfast: its file " + MARKER
                    + " says '" + (lines.isEmpty() ? "" : lines.getFirst()) + "', this version reads '" + FORMAT
                    + "'. Start the version that wrote it.");
        }
        return UUID.fromString(lines.get(1)).toString();
    }

    private static void enoughSpace(Path root) throws IOException {
        long free = Files.getFileStore(root).getUsableSpace();
        if (free < LEAST_SPACE) {
            throw new CannotStart("No space left for the data folder " + root + ": " + (free >> 20)
                    + " MiB are free, a server needs at least " + (LEAST_SPACE >> 20)
                    + " MiB. Free some space, or name a folder on another disk with --data.");
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException denied
                ? "this account may not write to " + denied.getFile() + "."
                : String.valueOf(e.getMessage());
    }

    @Override
    public void close() {
        try {
            lock.truncate(0);
            lock.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("Cannot release " + folder.root(), e);
        }
    }
}
