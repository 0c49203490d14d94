package holdfast.vault.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What to back up. Made by {@link #of}, refined by the other methods.
 *
 * @param paths files and folders; absolute ones are stored so, relative ones relative
 * @param host stored in the snapshot
 * @param time the snapshot's time; empty: the clock's
 * @param rereadAll read files even if they look unchanged
 * @param excludes what is left out
 */
public record BackupRequest(
        List<Path> paths,
        List<String> tags,
        String host,
        Optional<Instant> time,
        List<BackupObserver> observers,
        boolean rereadAll,
        Excludes excludes) {
    public BackupRequest {
        paths = List.copyOf(paths);
        tags = List.copyOf(tags);
        observers = List.copyOf(observers);
    }

    public static BackupRequest of(Path... paths) {
        return of(List.of(paths));
    }

    public static BackupRequest of(List<Path> paths) {
        return new BackupRequest(paths, List.of(), "", Optional.empty(), List.of(), false, Excludes.NONE);
    }

    public BackupRequest tagged(String... more) {
        return tagged(List.of(more));
    }

    public BackupRequest tagged(List<String> all) {
        return new BackupRequest(paths, all, host, time, observers, rereadAll, excludes);
    }

    public BackupRequest from(String hostName) {
        return new BackupRequest(paths, tags, hostName, time, observers, rereadAll, excludes);
    }

    public BackupRequest at(Instant instant) {
        return new BackupRequest(paths, tags, host, Optional.of(instant), observers, rereadAll, excludes);
    }

    public BackupRequest observedBy(BackupObserver... all) {
        return new BackupRequest(paths, tags, host, time, List.of(all), rereadAll, excludes);
    }

    public BackupRequest rereadingAll() {
        return new BackupRequest(paths, tags, host, time, observers, true, excludes);
    }

    public BackupRequest without(Excludes all) {
        return new BackupRequest(paths, tags, host, time, observers, rereadAll, all);
    }
}
