package holdfast.vault.restore;

import holdfast.vault.model.FilePath;
import holdfast.vault.model.PathPattern;
import java.util.List;

/**
 * Which files of a snapshot are restored. What lies in a folder that matches goes the folder's way.
 *
 * @param include empty: all
 * @param exclude wins over {@code include}
 */
public record Selection(List<PathPattern> include, List<PathPattern> exclude) {
    public static final Selection ALL = new Selection(List.of(), List.of());

    public Selection {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** These files and folders, and what is in them; none: all. */
    public static Selection of(List<FilePath> paths) {
        return new Selection(paths.stream().map(PathPattern::exactly).toList(), List.of());
    }

    /** Asked of one path after another, folders before what is in them. */
    static final class Filter {
        private static final FilePath NONE = FilePath.of("\0");

        private final Selection selection;
        private FilePath included = NONE;
        private FilePath excluded = NONE;

        Filter(Selection selection) {
            this.selection = selection;
        }

        boolean wants(FilePath path) {
            if (!path.isWithin(excluded) && matches(selection.exclude, path)) {
                excluded = path;
            }
            if (selection.include.isEmpty() || path.isWithin(excluded)) {
                return !path.isWithin(excluded);
            }
            if (!path.isWithin(included) && matches(selection.include, path)) {
                included = path;
            }
            return path.isWithin(included);
        }
    }

    private static boolean matches(List<PathPattern> patterns, FilePath path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
