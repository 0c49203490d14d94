import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/**
 * A folder on disk that files are put into.
 *
 * <p>Each file is made in a scratch folder and gets its name when it is complete: {@link #adopt}. Systems take no path
 * longer than about 4096 bytes, but folders may be deeper than that; below such a depth folders are held open, and
 * files moved into them by handle. Nothing that is there already is overwritten.
 */
abstract class Folder implements AutoCloseable {
    private static final int LONGEST_PATH = 3500;

    /** Gives a finished file, link or folder of the scratch folder its name here. */
    abstract void adopt(Path made, String name) throws IOException;

    /** The folder of this name in this one; made if it is not there. */
    abstract Folder child(String name) throws IOException;

    /** Sets mode, owner and time, when nothing more will be put in. */
    abstract void finish(Entry entry, Attributes attributes, String shown) throws IOException;

    @Override
    public abstract void close() throws IOException;

    static Folder of(Path path, Path scratch) {
        return new Near(path, scratch);
    }

    /** A folder whose path is short enough. */
    private static final class Near extends Folder {
        private final Path path;
        private final Path scratch;

        Near(Path path, Path scratch) {
            this.path = path;
            this.scratch = scratch;
        }

        @Override
        void adopt(Path made, String name) throws IOException {
            Path here = path.resolve(name);
            if (Files.exists(here, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException("there is something of this name already; it was left alone");
            }
            Files.move(made, here);
        }

        @Override
        Folder child(String name) throws IOException {
            Path child = path.resolve(name);
            if (!Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(child);
            }
            if (Crypto.utf8(child.toString()).length < LONGEST_PATH) {
                return new Near(child, scratch);
            }
            return Far.open(child, scratch);
        }

        @Override
        void finish(Entry entry, Attributes attributes, String shown) {
            attributes.set(path, entry, shown);
        }

        @Override
        public void close() {
            // nothing is held open
        }
    }

    /** A folder held open, since no path leads to what is in it. */
    private static final class Far extends Folder {
        private final SecureDirectoryStream<Path> stream;
        private final SecureDirectoryStream<Path> scratchStream;
        private final Path scratch;

        private Far(SecureDirectoryStream<Path> stream, SecureDirectoryStream<Path> scratchStream, Path scratch) {
            this.stream = stream;
            this.scratchStream = scratchStream;
            this.scratch = scratch;
        }

        static Far open(Path path, Path scratch) throws IOException {
            return new Far(secure(path), secure(scratch), scratch);
        }

        private static SecureDirectoryStream<Path> secure(Path path) throws IOException {
            if (Files.newDirectoryStream(path) instanceof SecureDirectoryStream<Path> secure) {
                return secure;
            }
            throw new IOException("this system takes no path as long as this one");
        }

        @Override
        void adopt(Path made, String name) throws IOException {
            if (has(name)) {
                throw new FileAlreadyExistsException("there is something of this name already; it was left alone");
            }
            scratchStream.move(made.getFileName(), stream, Path.of(name));
        }

        @Override
        Folder child(String name) throws IOException {
            if (!has(name)) {
                Path made = Files.createDirectory(scratch.resolve("folder"));
                scratchStream.move(made.getFileName(), stream, Path.of(name));
            }
            var child = stream.newDirectoryStream(Path.of(name), LinkOption.NOFOLLOW_LINKS);
            return new Far(child, secure(scratch), scratch);
        }

        private boolean has(String name) {
            try {
                stream.getFileAttributeView(Path.of(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .readAttributes();
                return true;
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        void finish(Entry entry, Attributes attributes, String shown) throws IOException {
            attributes.folderByHandle(entry, shown);
            PosixFileAttributeView view = stream.getFileAttributeView(PosixFileAttributeView.class);
            view.setPermissions(permissions(entry.mode()));
            view.setTimes(FileTime.from(entry.time()), null, null);
        }

        private static Set<PosixFilePermission> permissions(int mode) {
            Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
            for (PosixFilePermission permission : PosixFilePermission.values()) {
                if ((mode >> 8 - permission.ordinal() & 1) == 1) {
                    set.add(permission);
                }
            }
            return set;
        }

        @Override
        public void close() throws IOException {
            stream.close();
            scratchStream.close();
        }
    }
}
