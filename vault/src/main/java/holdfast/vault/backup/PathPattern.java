package holdfast.vault.backup;

import holdfast.vault.model.FilePath;
import java.util.List;
import java.util.regex.Pattern;

/** A pattern for paths, as {@link Excludes} explains. */
public final class PathPattern {
    private final List<Pattern> pattern;

    private PathPattern(Pattern pattern) {
        this.pattern = List.of(pattern);
    }

    public static PathPattern of(String glob) {
        return new PathPattern(Excludes.compile(glob));
    }

    public boolean matches(FilePath path) {
        return Excludes.matches(pattern, path);
    }
}
