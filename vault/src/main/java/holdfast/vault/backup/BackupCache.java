package holdfast.vault.backup;

import holdfast.vault.index.ChunkIndex;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Hashes;
import holdfast.vault.pack.OpenState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** Where the cache of a vault and a set of paths lies: {@code CACHE/VAULT/files-HASH}, for its owner's eyes only. */
final class BackupCache {
    private final Optional<Path> file;

    BackupCache(OpenState vault, BackupRequest request) throws IOException {
        MessageDigest digest = Hashes.sha256();
        FilePath here = FilePath.of(request.mode().files().workingFolder());
        for (FilePath path : request.paths()) {
            FilePath full = path.isAbsolute() ? path : here.child(path.bytes());
            digest.update(full.normalized().bytes());
            digest.update((byte) (path.isAbsolute() ? 0 : 1));
        }
        String name = "files-" + HexFormat.of().formatHex(digest.digest(), 0, 16);
        String vaultName = HexFormat.of().formatHex(vault.config().vaultId());
        this.file =
                vault.context().cache().map(cache -> cache.resolve(vaultName).resolve(name));
    }

    ParentFiles parent(BackupRequest request, ChunkIndex known) {
        return request.mode().rereadAll() || file.isEmpty() ? ParentFiles.none() : ParentFiles.read(file.get(), known);
    }

    /** Nothing if there is no cache, or no room for it: the backup goes on without. */
    Optional<ParentFilesWriter> writer(Instant start) {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path folder = file.get().toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                }
            }
            return Optional.of(new ParentFilesWriter(file.get(), start));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
