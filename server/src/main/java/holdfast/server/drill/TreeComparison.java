package holdfast.server.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Two folders compared file by file and byte by byte, in both directions. */
final class TreeComparison {
    private final Path left;
    private final Path right;
    private long files;
    private long bytes;

    private TreeComparison(Path left, Path right) {
        this.left = left;
        this.right = right;
    }

    /** @param firstDifference empty if there is none */
    record Result(long files, long bytes, Optional<String> firstDifference) {}

    static Result compare(Path left, Path right) throws IOException {
        TreeComparison comparison = new TreeComparison(left, right);
        Optional<String> difference = comparison.run();
        return new Result(comparison.files, comparison.bytes, difference);
    }

    private Optional<String> run() throws IOException {
        NavigableSet<Path> these = filesOf(left);
        NavigableSet<Path> those = filesOf(right);
        if (!these.equals(those)) {
            NavigableSet<Path> missing = new TreeSet<>(these);
            missing.removeAll(those);
            NavigableSet<Path> extra = new TreeSet<>(those);
            extra.removeAll(these);
            return Optional.of(missing.isEmpty() ? extra.first() + " is too many" : missing.first() + " is missing");
        }
        for (Path file : these) {
            long at = Files.mismatch(left.resolve(file), right.resolve(file));
            if (at >= 0) {
                return Optional.of(file + " differs at byte " + at);
            }
            files++;
            bytes += Files.size(left.resolve(file));
        }
        return Optional.empty();
    }

    private static NavigableSet<Path> filesOf(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            NavigableSet<Path> files = new TreeSet<>();
            all.filter(Files::isRegularFile).map(root::relativize).forEach(files::add);
            return files;
        }
    }
}
