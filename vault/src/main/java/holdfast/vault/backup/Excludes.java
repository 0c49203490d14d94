package holdfast.vault.backup;

import holdfast.vault.host.HostFile;
import holdfast.vault.host.HostStat;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.PathPattern;
import java.util.List;

/**
 * What a backup leaves out. What lies in an excluded folder is excluded too.
 *
 * @param largerThan regular files of more bytes than this
 * @param marks what is in a folder with one of these, the mark itself aside
 * @param oneFileSystem what is mounted in the folders asked for
 */
public record Excludes(List<PathPattern> patterns, long largerThan, List<FolderMark> marks, boolean oneFileSystem) {
    /** Leaves nothing out. */
    public static final Excludes NONE = new Excludes(List.of(), Long.MAX_VALUE, List.of(), false);

    public Excludes {
        patterns = List.copyOf(patterns);
        marks = List.copyOf(marks);
    }

    /** The marks among what is in a folder. */
    List<FolderMark> marksIn(List<HostFile> children) {
        return marks.isEmpty()
                ? marks
                : marks.stream().filter(mark -> mark.isIn(children)).toList();
    }

    /** @param found the marks in its folder */
    boolean cover(FilePath path, HostFile file, HostFile folder, List<FolderMark> found) {
        HostStat stat = file.stat();
        return found.stream().anyMatch(mark -> !mark.is(file))
                || (oneFileSystem && stat.device() != folder.stat().device())
                || (stat.isFile() && stat.size() > largerThan)
                || names(path);
    }

    boolean names(FilePath path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
