package holdfast.storage;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Objects as files of a folder, each at the path that its name spells.
 *
 * <p>A put writes a temporary file in {@code tmp/} of the folder, syncs it, renames it into place, and syncs the
 * folder it now lies in and every folder it had to make: after a loss of power an object is whole or absent.
 * Temporary files left by a crash are never read; {@link #removeTemporary} clears them away.
 */
public final class FolderStore implements ObjectStore {
    private static final Set<StandardOpenOption> NEW_FILE =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Path root;
    private final Path temporary;
    private final DurableFolders folders = new DurableFolders();
    private final AtomicLong counter = new AtomicLong();
    private final long process = ProcessHandle.current().pid();

    /** @param root made at the first put if it is not there */
    public FolderStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.temporary = this.root.resolve("tmp");
    }

    public Path root() {
        return root;
    }

    @Override
    public void put(ObjectName name, ByteSource bytes) throws IOException {
        Path target = path(name);
        Path folder = folderOf(target);
        Path written = newTemporary();
        folders.make(temporary);
        folders.make(folder);
        try {
            write(written, bytes);
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
            folders.sync(folder);
        } catch (IOException e) {
            deleteQuietly(written, e);
            throw explain(name, e);
        }
    }

    private static void write(Path file, ByteSource bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, NEW_FILE);
                InputStream in = bytes.open();
                OutputStream out = Channels.newOutputStream(channel)) {
            in.transferTo(out);
            channel.force(true);
        }
    }

    private IOException explain(ObjectName name, IOException cause) {
        String reason = String.valueOf(cause.getMessage());
        if (reason.toLowerCase(Locale.ROOT).contains("no space left") || reason.contains("quota")) {
            return new StoreFullException(
                    "no space left in " + place() + " for object " + name + free()
                            + "; make room, then run the command again: what was already saved is kept",
                    cause);
        }
        return new IOException("could not write object " + name + " in " + place() + ": " + reason, cause);
    }

    private String free() {
        try {
            FileStore store = Files.getFileStore(root);
            return " (" + store.getUsableSpace() / 1_000_000 + " MB free)";
        } catch (IOException e) {
            return "";
        }
    }

    private static void deleteQuietly(Path file, IOException reason) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public InputStream open(ObjectName name) throws IOException {
        try {
            return Files.newInputStream(path(name));
        } catch (NoSuchFileException e) {
            throw missing(name, e);
        }
    }

    @Override
    public byte[] get(ObjectName name) throws IOException {
        try {
            return Files.readAllBytes(path(name));
        } catch (NoSuchFileException e) {
            throw missing(name, e);
        } catch (IOException e) {
            throw new IOException("could not read object " + name + " in " + place() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public byte[] get(ObjectName name, long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        try (FileChannel channel = FileChannel.open(path(name), StandardOpenOption.READ)) {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, offset + buffer.position()) < 0) {
                    throw new EOFException("object " + name + " in " + place() + " ends after " + channel.size()
                            + " bytes, before " + (offset + length));
                }
            }
        } catch (NoSuchFileException e) {
            throw missing(name, e);
        }
        return buffer.array();
    }

    @Override
    public boolean exists(ObjectName name) {
        return Files.isRegularFile(path(name));
    }

    @Override
    public Stream<StoredObject> list(String prefix) throws IOException {
        int slash = prefix.lastIndexOf('/');
        Path start = slash < 0 ? root : root.resolve(prefix.substring(0, slash));
        if (!Files.isDirectory(start)) {
            return Stream.empty();
        }
        try (Stream<Path> found = Files.find(start, 16, (path, attributes) -> attributes.isRegularFile())) {
            return found
                    .map(this::nameOf)
                    .filter(name -> name.startsWith(prefix) && !name.startsWith("tmp/") && ObjectName.isValid(name))
                    .map(ObjectName::new)
                    .flatMap(name -> stored(name).stream())
                    .toList()
                    .stream();
        }
    }

    private String nameOf(Path path) {
        return root.relativize(path).toString().replace(File.separatorChar, '/');
    }

    /** How long an object is, in bytes. */
    public long size(ObjectName name) throws IOException {
        return attributes(name).size();
    }

    /** When an object was put. */
    public Instant time(ObjectName name) throws IOException {
        return attributes(name).lastModifiedTime().toInstant();
    }

    private BasicFileAttributes attributes(ObjectName name) throws IOException {
        try {
            BasicFileAttributes file = Files.readAttributes(path(name), BasicFileAttributes.class);
            if (file.isRegularFile()) {
                return file;
            }
        } catch (NoSuchFileException e) {
            throw missing(name, e);
        }
        throw new NoSuchObjectException(name, place());
    }

    /** Nothing if it was deleted since its name was read. */
    private Optional<StoredObject> stored(ObjectName name) {
        try {
            BasicFileAttributes file = attributes(name);
            return Optional.of(
                    new StoredObject(name, file.size(), file.lastModifiedTime().toInstant()));
        } catch (NoSuchObjectException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("could not look at object " + name + " in " + place(), e);
        }
    }

    @Override
    public void delete(Collection<ObjectName> names) throws IOException {
        Set<Path> changed = new HashSet<>();
        try {
            for (ObjectName name : names) {
                Path path = path(name);
                if (Files.deleteIfExists(path)) {
                    changed.add(folderOf(path));
                }
            }
        } finally {
            for (Path folder : changed) {
                folders.sync(folder);
            }
        }
    }

    /** The clock of the file system, which may be another machine's: the time of a file that is written now. */
    @Override
    public Instant now() throws IOException {
        folders.make(temporary);
        Path probe = newTemporary();
        try {
            Files.write(probe, new byte[1], StandardOpenOption.CREATE_NEW);
            return Files.getLastModifiedTime(probe).toInstant();
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private Path newTemporary() {
        return temporary.resolve(process + "-" + counter.incrementAndGet());
    }

    /** Deletes what crashed puts left behind. Only when no other process is writing into this folder. */
    public void removeTemporary() throws IOException {
        if (!Files.isDirectory(temporary)) {
            return;
        }
        try (Stream<Path> files = Files.list(temporary)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public String place() {
        return "folder " + root;
    }

    private Path path(ObjectName name) {
        return root.resolve(name.value());
    }

    private Path folderOf(Path object) {
        Path folder = object.getParent();
        return folder == null ? root : folder;
    }

    private NoSuchObjectException missing(ObjectName name, NoSuchFileException cause) {
        NoSuchObjectException missing = new NoSuchObjectException(name, place());
        missing.initCause(cause);
        return missing;
    }
}
