package holdfast.subjects;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

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

    /** Whether a file is one of these registers, by its path in the backup. Keep it: making it takes time. */
    public Predicate<String> matcher() {
        try {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
            return path -> path.equals(glob) || matcher.matches(Path.of(path));
        } catch (PatternSyntaxException e) {
            // A name such as "list [1.csv": no glob, but perhaps a file.
            return glob::equals;
        }
    }

    /** The category of a row that has none of its own. */
    String defaultCategory() {
        return mapping.category().orElse(category);
    }
}
