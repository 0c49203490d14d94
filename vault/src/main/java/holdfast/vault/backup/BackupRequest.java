package holdfast.vault.backup;

import holdfast.vault.host.Host;
import holdfast.vault.model.FilePath;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What to back up. Made by {@link #of} or {@link #ofPaths}, refined by the other methods.
 *
 * @param paths files and folders; absolute ones are stored so, relative ones relative
 * @param label what the snapshot says of itself
 * @param excludes what is left out
 */
public record BackupRequest(
        List<FilePath> paths, Label label, Mode mode, List<BackupObserver> observers, Excludes excludes) {
    /**
     * What the snapshot says of itself.
     *
     * @param time the snapshot's time; empty: the clock's
     */
    public record Label(List<String> tags, String host, Optional<Instant> time) {
        public Label {
            tags = List.copyOf(tags);
        }
    }

    /**
     * How the files are read.
     *
     * @param files where they are
     * @param rereadAll read files even if they look unchanged
     * @param allOrNothing no snapshot if anything cannot be read
     * @param dryRun do everything but put
     */
    public record Mode(Host files, boolean rereadAll, boolean allOrNothing, boolean dryRun) {
        static final Mode USUAL = new Mode(Host.here(), false, false, false);
    }

    public BackupRequest {
        paths = List.copyOf(paths);
        observers = List.copyOf(observers);
    }

    public static BackupRequest of(Path... paths) {
        return of(List.of(paths));
    }

    public static BackupRequest of(List<Path> paths) {
        return ofPaths(paths.stream().map(FilePath::of).toList());
    }

    public static BackupRequest ofPaths(List<FilePath> paths) {
        Label label = new Label(List.of(), "", Optional.empty());
        return new BackupRequest(paths, label, Mode.USUAL, List.of(), Excludes.NONE);
    }

    public BackupRequest tagged(String... tags) {
        return tagged(List.of(tags));
    }

    public BackupRequest tagged(List<String> tags) {
        return labelled(new Label(tags, label.host(), label.time()));
    }

    public BackupRequest from(String host) {
        return labelled(new Label(label.tags(), host, label.time()));
    }

    public BackupRequest at(Instant time) {
        return labelled(new Label(label.tags(), label.host(), Optional.of(time)));
    }

    private BackupRequest labelled(Label other) {
        return new BackupRequest(paths, other, mode, observers, excludes);
    }

    public BackupRequest observedBy(BackupObserver... all) {
        return new BackupRequest(paths, label, mode, List.of(all), excludes);
    }

    public BackupRequest without(Excludes all) {
        return new BackupRequest(paths, label, mode, observers, all);
    }

    public BackupRequest reading(Host files) {
        return inMode(new Mode(files, mode.rereadAll(), mode.allOrNothing(), mode.dryRun()));
    }

    public BackupRequest rereadingAll() {
        return inMode(new Mode(mode.files(), true, mode.allOrNothing(), mode.dryRun()));
    }

    public BackupRequest allOrNothing() {
        return inMode(new Mode(mode.files(), mode.rereadAll(), true, mode.dryRun()));
    }

    public BackupRequest dry() {
        return inMode(new Mode(mode.files(), mode.rereadAll(), mode.allOrNothing(), true));
    }

    private BackupRequest inMode(Mode other) {
        return new BackupRequest(paths, label, other, observers, excludes);
    }
}
