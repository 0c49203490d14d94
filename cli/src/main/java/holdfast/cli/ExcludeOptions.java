package holdfast.cli;

import holdfast.vault.backup.Excludes;
import holdfast.vault.backup.FolderMark;
import holdfast.vault.model.PathPattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code backup} leaves out. */
final class ExcludeOptions {
    @Option(
            names = {"-e", "--exclude"},
            paramLabel = "PATTERN",
            description = "Leave out what matches: *, ? and [a-z] within a name, ** across folders; may be repeated.")
    private List<String> patterns = new ArrayList<>();

    @Option(names = "--iexclude", paramLabel = "PATTERN", description = "The same, capital or small.")
    private List<String> ignoringCase = new ArrayList<>();

    @Option(names = "--exclude-file", paramLabel = "FILE", description = "Patterns, one a line; # starts a comment.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--iexclude-file", paramLabel = "FILE", description = "The same, capital or small.")
    private List<String> filesIgnoringCase = new ArrayList<>();

    @Option(names = "--exclude-caches", description = "Leave out folders that a CACHEDIR.TAG marks as caches.")
    private boolean caches;

    @Option(
            names = "--exclude-if-present",
            paramLabel = "FILE[:START]",
            description = "Leave out what is in a folder with a file of this name (whose content starts so).")
    private List<String> marks = new ArrayList<>();

    @Option(
            names = "--exclude-larger-than",
            paramLabel = "SIZE",
            description = "Leave out files of more than this: a number with k, M, G or T for powers of 1024.")
    private @Nullable String largest;

    @Option(
            names = {"-x", "--one-file-system"},
            description = "Stay on the file system of each folder given.")
    private boolean oneFileSystem;

    Excludes excludes() throws IOException {
        List<PathPattern> all = new ArrayList<>();
        patterns.forEach(pattern -> all.add(PathPattern.of(pattern)));
        ignoringCase.forEach(pattern -> all.add(PathPattern.ignoringCase(pattern)));
        for (String file : files) {
            Lines.stripped(file).forEach(pattern -> all.add(PathPattern.of(pattern)));
        }
        for (String file : filesIgnoringCase) {
            Lines.stripped(file).forEach(pattern -> all.add(PathPattern.ignoringCase(pattern)));
        }
        List<FolderMark> folderMarks = new ArrayList<>();
        for (String mark : marks) {
            int colon = mark.indexOf(':');
            folderMarks.add(
                    colon < 0
                            ? new FolderMark(mark, "")
                            : new FolderMark(mark.substring(0, colon), mark.substring(colon + 1)));
        }
        if (caches) {
            folderMarks.add(FolderMark.CACHE);
        }
        long most = largest == null ? Long.MAX_VALUE : Sizes.parse(largest);
        return new Excludes(all, most, folderMarks, oneFileSystem);
    }
}
