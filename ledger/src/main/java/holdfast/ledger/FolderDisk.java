package holdfast.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A folder of the file system. Not thread-safe. */
public final class FolderDisk implements Disk {
    /** What a replacement is called until it is whole; left behind only by a crash. */
    static final String UNFINISHED = ".unfinished";

    private final Path root;
    /** Folders whose names are not yet known to be durable. */
    private final Set<Path> unsynced = new TreeSet<>();
    /** Files whose bytes are not. */
    private final Set<Path> unsyncedFiles = new TreeSet<>();

    private boolean first = true;

    /** @param root made with the first file, if it does not exist */
    public FolderDisk(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(path(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Not forced at once: the system writes many files together faster, and {@link #sync} forces each. */
    @Override
    public void write(String name, byte[] bytes) throws IOException {
        Path path = path(name);
        Path folder = folderOf(path);
        makeFolders(folder);
        unsyncedFiles.add(path);
        Files.write(path, bytes);
        unsynced.add(folder);
    }

    @Override
    public void replace(String name, byte[] bytes) throws IOException {
        String draft = name + UNFINISHED;
        write(draft, bytes);
        unsyncedFiles.remove(path(draft));
        force(path(draft));
        Files.move(path(draft), path(name), StandardCopyOption.ATOMIC_MOVE);
        sync();
    }

    @Override
    public void sync() throws IOException {
        if (first && Files.isDirectory(root)) {
            // A crash may have come between a name and its durability: what we can read now must stay.
            try (Stream<Path> all = Files.walk(root)) {
                all.filter(Files::isDirectory).forEach(unsynced::add);
            }
        }
        for (Path file : unsyncedFiles) {
            force(file);
        }
        unsyncedFiles.clear();
        for (Path folder : unsynced) {
            force(folder);
        }
        unsynced.clear();
        first = false;
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void delete(String name) throws IOException {
        Path path = path(name);
        unsyncedFiles.remove(path);
        if (Files.deleteIfExists(path)) {
            unsynced.add(folderOf(path));
        }
    }

    @Override
    public List<String> list(String prefix) throws IOException {
        Path folder = prefix.isEmpty() ? root : path(prefix);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(p -> !Files.isDirectory(p))
                    .map(p -> root.relativize(p).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private void makeFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folder.getParent();
            if (parent != null) {
                makeFolders(parent);
                unsynced.add(parent);
            }
            Files.createDirectory(folder);
        }
    }

    private Path folderOf(Path path) {
        Path parent = path.getParent();
        return parent == null ? root : parent;
    }

    private Path path(String name) {
        Path path = root.resolve(name).normalize();
        if (name.isEmpty() || !path.startsWith(root)) {
            throw new IllegalArgumentException("'" + name + "' is no name inside this folder");
        }
        return path;
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
