package holdfast.vault.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Files through {@code java.nio.file}: what Java can see. Names that are not valid text are beyond it. */
final class PortableHost implements Host {
    @Override
    public HostFile file(byte[] path) throws IOException {
        Path here = Path.of(Names.text(path));
        return new PortableFile(here, stat(here));
    }

    @Override
    public byte[] workingFolder() {
        return Names.bytes(Path.of("").toAbsolutePath());
    }

    private static HostStat stat(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return PlainStat.of(path);
        }
        Map<String, Object> all = Files.readAttributes(path, "unix:*", LinkOption.NOFOLLOW_LINKS);
        Instant modified = time(all, "lastModifiedTime");
        Instant changed = time(all, "ctime");
        return new HostStat(
                number(all, "mode").intValue(),
                number(all, "size").longValue(),
                number(all, "uid").intValue(),
                number(all, "gid").intValue(),
                modified.getEpochSecond(),
                modified.getNano(),
                changed.getEpochSecond(),
                changed.getNano(),
                number(all, "dev").longValue(),
                number(all, "ino").longValue(),
                number(all, "nlink").intValue(),
                number(all, "rdev").longValue());
    }

    private static Number number(Map<String, Object> all, String name) {
        return all.get(name) instanceof Number number ? number : 0;
    }

    private static Instant time(Map<String, Object> all, String name) {
        return all.get(name) instanceof FileTime time ? time.toInstant() : Instant.EPOCH;
    }

    private record PortableFile(Path path, HostStat stat) implements HostFile {
        @Override
        public byte[] name() {
            Path name = path.getFileName();
            return name == null ? new byte[0] : name.toString().getBytes(UTF_8);
        }

        @Override
        public List<HostFile> children() throws IOException {
            List<HostFile> children = new ArrayList<>();
            try (DirectoryStream<Path> paths = Files.newDirectoryStream(path)) {
                for (Path child : paths) {
                    addIfThere(children, child);
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
            children.sort((a, b) -> Arrays.compareUnsigned(a.name(), b.name()));
            return children;
        }

        private static void addIfThere(List<HostFile> children, Path child) throws IOException {
            try {
                children.add(new PortableFile(child, PortableHost.stat(child)));
            } catch (NoSuchFileException gone) {
                // Between listing and looking: it is as if it had gone before.
            }
        }

        @Override
        public HostContent open() throws IOException {
            return new PortableContent(path, FileChannel.open(path, StandardOpenOption.READ));
        }

        @Override
        public byte[] linkTarget() throws IOException {
            return Files.readSymbolicLink(path).toString().getBytes(UTF_8);
        }

        @Override
        public List<HostAttribute> attributes() {
            return List.of();
        }
    }

    private record PortableContent(Path path, FileChannel channel) implements HostContent {
        @Override
        public HostStat stat() throws IOException {
            return PortableHost.stat(path);
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            ByteBuffer into = ByteBuffer.wrap(buffer, from, length);
            while (into.hasRemaining() && channel.read(into) >= 0) {
                // until full or at the end
            }
            return into.position() - from;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
