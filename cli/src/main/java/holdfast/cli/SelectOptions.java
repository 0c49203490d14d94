package holdfast.cli;

import holdfast.vault.model.PathPattern;
import holdfast.vault.restore.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which files {@code restore} takes. Patterns are those of {@code backup --exclude}. */
final class SelectOptions {
    @Option(
            names = {"-i", "--include"},
            paramLabel = "PATTERN",
            description = "Only what matches, and what is in it; may be repeated.")
    private List<String> include = new ArrayList<>();

    @Option(names = "--iinclude", paramLabel = "PATTERN", description = "The same, capital or small.")
    private List<String> includeIgnoringCase = new ArrayList<>();

    @Option(names = "--include-file", paramLabel = "FILE", description = "Patterns, one a line; # starts a comment.")
    private List<String> includeFiles = new ArrayList<>();

    @Option(
            names = {"-e", "--exclude"},
            paramLabel = "PATTERN",
            description = "Not what matches; wins over --include.")
    private List<String> exclude = new ArrayList<>();

    @Option(names = "--iexclude", paramLabel = "PATTERN", description = "The same, capital or small.")
    private List<String> excludeIgnoringCase = new ArrayList<>();

    @Option(names = "--exclude-file", paramLabel = "FILE", description = "Patterns, one a line; # starts a comment.")
    private List<String> excludeFiles = new ArrayList<>();

    Selection selection() throws IOException {
        return new Selection(
                patterns(include, includeIgnoringCase, includeFiles),
                patterns(exclude, excludeIgnoringCase, excludeFiles));
    }

    private static List<PathPattern> patterns(List<String> exact, List<String> ignoringCase, List<String> files)
            throws IOException {
        List<PathPattern> all = new ArrayList<>();
        exact.forEach(pattern -> all.add(PathPattern.of(pattern)));
        ignoringCase.forEach(pattern -> all.add(PathPattern.ignoringCase(pattern)));
        for (String file : files) {
            Lines.stripped(file).forEach(pattern -> all.add(PathPattern.of(pattern)));
        }
        return all;
    }
}
