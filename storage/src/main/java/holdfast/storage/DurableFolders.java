package holdfast.storage;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Makes folders and syncs them, so that what was created or renamed in them survives a loss of power. */
final class DurableFolders {
    private final Set<Path> known = ConcurrentHashMap.newKeySet();

    /** Makes a folder and those above it that are not there; each one's parent is synced. */
    void make(Path folder) throws IOException {
        if (known.contains(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            Path parent = folder.getParent();
            if (parent != null) {
                make(parent);
            }
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new IOException("could not make the folder " + folder + ": " + e.getMessage(), e);
            }
            if (parent != null) {
                sync(parent);
            }
        }
        known.add(folder);
    }

    /** Where a folder cannot be opened (Windows), renames are as durable as that system makes them. */
    void sync(Path folder) throws IOException {
        if (File.separatorChar == '\\') {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
