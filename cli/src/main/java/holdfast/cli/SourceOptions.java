package holdfast.cli;

import holdfast.vault.backup.BackupRequest;
import holdfast.vault.host.StreamHost;
import holdfast.vault.model.FilePath;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code backup} saves: paths, lists of paths, standard input, or what a command prints. */
final class SourceOptions {
    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "Files and folders; or the command and its arguments.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--files-from",
            paramLabel = "FILE",
            description = "Also the paths in this file, one a line; *, ? and [a-z] as in a shell, # starts a comment.")
    private List<String> lists = new ArrayList<>();

    @Option(names = "--files-from-verbatim", paramLabel = "FILE", description = "Also the paths in it, one a line.")
    private List<String> verbatim = new ArrayList<>();

    @Option(names = "--files-from-raw", paramLabel = "FILE", description = "Also the paths in it, each ended by a NUL.")
    private List<String> raw = new ArrayList<>();

    @Option(names = "--stdin", description = "Save standard input as one file.")
    private boolean stdin;

    @Option(
            names = "--stdin-from-command",
            description = "Save as one file what the command prints; no snapshot if it fails.")
    private boolean command;

    @Option(names = "--stdin-filename", paramLabel = "NAME", description = "What to call that file: ${DEFAULT-VALUE}.")
    private FilePath streamName = FilePath.of("stdin");

    /** @throws IllegalArgumentException if there is nothing to save, or too much at once */
    BackupRequest request(Instant now) throws IOException {
        if (stdin || command) {
            demandStreamAlone();
            FilePath path = FilePath.of("/").child(streamName.bytes()).normalized();
            StreamHost host = new StreamHost(path.bytes(), command ? new CommandOutput(words) : new Input(), now);
            return BackupRequest.ofPaths(List.of(path)).reading(host).allOrNothing();
        }
        List<FilePath> paths = new ArrayList<>(words.stream().map(FilePath::of).toList());
        paths.addAll(listed());
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("nothing to back up: give a path, --files-from or --stdin");
        }
        return BackupRequest.ofPaths(paths);
    }

    private void demandStreamAlone() throws IOException {
        if ((stdin && command) || !listed().isEmpty()) {
            throw new IllegalArgumentException("standard input, a command's output and paths go into snapshots apart");
        }
        if (stdin && !words.isEmpty()) {
            throw new IllegalArgumentException("--stdin takes no paths");
        }
        if (command && words.isEmpty()) {
            throw new IllegalArgumentException("which command? --stdin-from-command -- COMMAND ARGUMENT…");
        }
    }

    private List<FilePath> listed() throws IOException {
        List<FilePath> paths = new ArrayList<>();
        for (String file : lists) {
            for (String line : Lines.stripped(file)) {
                paths.addAll(Globs.expand(line));
            }
        }
        for (String file : verbatim) {
            Lines.of(file, '\n').stream().filter(line -> !line.isEmpty()).forEach(line -> paths.add(FilePath.of(line)));
        }
        for (String file : raw) {
            Lines.of(file, '\0').forEach(path -> paths.add(FilePath.of(path)));
        }
        return paths;
    }

    private static final class Input implements StreamHost.Source {
        @Override
        public InputStream open() {
            return new FileInputStream(FileDescriptor.in);
        }
    }
}
