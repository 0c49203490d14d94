package holdfast.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files of which a crash leaves the old bytes or the new, never a part; readable by their owner alone. */
final class DurableFile {
    private static final FileAttribute<?>[] OWNER_ONLY = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };

    private DurableFile() {}

    /** Puts {@code bytes} in the place of whatever is there; durable when it returns. */
    static void replace(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel out = FileChannel.open(Files.createFile(fresh, OWNER_ONLY), StandardOpenOption.WRITE)) {
            writeFully(out, bytes);
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(file);
    }

    /** As {@link #replace}; then the blocks of the old file are overwritten with zeros, as far as disks obey. */
    static void replaceAndErase(Path file, byte[] bytes) throws IOException {
        try (FileChannel old = FileChannel.open(file, StandardOpenOption.WRITE)) {
            replace(file, bytes);
            writeFully(old, new byte[Math.toIntExact(old.size())]);
            old.force(true);
        }
    }

    /** Makes the file's entry in its folder durable. */
    static void forceFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    static void writeFully(FileChannel out, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }
}
