package holdfast.vault.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Restores through {@code java.nio.file}: modes where there are modes; no owners, attributes or devices. */
final class PortableTarget implements HostTarget {
    private final Path top;

    PortableTarget(Path top) {
        this.top = top;
    }

    private Path place(byte[] path) {
        return top.resolve(Names.text(path));
    }

    @Override
    public void makeFolder(byte[] path) throws IOException {
        Path folder = place(path);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && path.length > 0) {
            Files.deleteIfExists(folder);
        }
        Files.createDirectories(folder);
    }

    @Override
    public void write(
            byte[] path,
            boolean create,
            long offset,
            byte[] bytes,
            int from,
            int length,
            long size,
            @Nullable Finish finish)
            throws IOException {
        Path file = place(path);
        if (create) {
            Files.deleteIfExists(file);
        }
        StandardOpenOption how = create ? StandardOpenOption.CREATE_NEW : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(file, how, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, from, length);
            long at = offset;
            while (buffer.hasRemaining()) {
                at += channel.write(buffer, at);
            }
        }
        if (size >= 0 && size < Files.size(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(size);
            }
        } else if (size > Files.size(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(new byte[1]), size - 1);
            }
        }
        if (finish != null) {
            finishFolder(path, finish);
        }
    }

    @Override
    public boolean isWritable(byte[] path) {
        return Files.isWritable(place(path));
    }

    @Override
    public void remove(byte[] path) throws IOException {
        Files.delete(place(path));
    }

    @Override
    public void makeSymbolicLink(byte[] path, byte[] target, Finish finish) throws IOException {
        Files.deleteIfExists(place(path));
        Files.createSymbolicLink(place(path), Path.of(Names.text(target)));
    }

    @Override
    public void makeHardLink(byte[] path, byte[] existing) throws IOException {
        Files.deleteIfExists(place(path));
        Files.createLink(place(path), place(existing));
    }

    @Override
    public void makeSpecial(byte[] path, int kind, long deviceNumber, Finish finish) throws IOException {
        throw new FileSystemException(Names.text(path), null, "devices and fifos cannot be made on this system");
    }

    @Override
    public void finishFolder(byte[] path, Finish finish) throws IOException {
        Path file = place(path);
        if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            Files.setAttribute(file, "unix:mode", finish.permissions());
        }
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(finish.seconds(), finish.nanos())));
    }
}
