package holdfast.subjects;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Set;

/**
 * Which files of a backup are registers, and how to read them.
 *
 * @param glob the path of one file, or a glob such as {@code /srv/data/creditors-*.csv}; matched against the
 *     path under which the file is backed up
 * @param category what the persons in it are to the department, where neither a column nor the mapping says it
 * @param kinds kinds of data that every record holds besides those in its columns
 * @param mapping what the columns are
 */
public record RegisterSpec(String glob, String category, Set<String> kinds, Mapping mapping) {
    public RegisterSpec {
        kinds = Set.copyOf(kinds);
    }

    /** One file or glob, everything else recognised by the header. */
    public static RegisterSpec of(String glob, String category) {
        return new RegisterSpec(glob, category, Set.of(), Mapping.BY_HEADER);
    }

    /** Whether the file at {@code path} is one of these registers. */
    public boolean matches(String path) {
        if (path.equals(glob)) {
            return true;
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        return matcher.matches(Path.of(path));
    }

    /** The category of a row that has none of its own. */
    String defaultCategory() {
        return mapping.category().orElse(category);
    }
}
