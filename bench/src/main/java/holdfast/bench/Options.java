package holdfast.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param corpora folders to take instead of those that would be made, each with {@code v1}, {@code v2} …
 */
record Options(
        boolean small,
        boolean fresh,
        boolean reportOnly,
        int rounds,
        List<Shape> shapes,
        List<String> tools,
        Path work,
        Optional<Path> peers,
        Map<Shape, Path> corpora,
        Path project) {
    static final String USAGE =
            """
            bench/run [options]   measures holdfast beside other backup tools, and prints the table
              --small             corpora of a twentieth: a quick look, not a result
              --corpora A,B       of small, sql, random, image (default: all)
              --tools A,B         of holdfast, restic, borg, tar (default: all that are there)
              --rounds N          default 3; the table has the medians
              --work DIR          for corpora and repositories (default: bench/target/work; about 25 GB)
              --peers DIR         a folder with the other tools, before those on PATH
              --corpus NAME=DIR   take this data instead, in DIR/v1, DIR/v2 …
              --fresh             measure again what was measured before (default: go on where it was left)
              --report            measure nothing, only make the table from what was measured
            As root it empties the page cache before each step, and says so if it could not.
            """;

    static Options parse(Path project, String[] args) {
        boolean small = false;
        boolean fresh = false;
        boolean report = false;
        int rounds = 3;
        List<Shape> shapes = List.of(Shape.values());
        List<String> tools = List.of("holdfast", "restic", "borg", "tar");
        Path work = project.resolve("bench/target/work");
        Optional<Path> peers = Optional.empty();
        Map<Shape, Path> corpora = new EnumMap<>(Shape.class);
        List<String> left = new ArrayList<>(Arrays.asList(args));
        while (!left.isEmpty()) {
            String option = left.removeFirst();
            switch (option) {
                case "--small" -> small = true;
                case "--fresh" -> fresh = true;
                case "--report" -> report = true;
                case "--rounds" -> rounds = Integer.parseInt(value(option, left));
                case "--corpora" -> shapes = words(value(option, left)).stream().map(Shape::of).toList();
                case "--tools" -> tools = words(value(option, left));
                case "--work" -> work = Path.of(value(option, left));
                case "--peers" -> peers = Optional.of(Path.of(value(option, left)));
                case "--corpus" -> {
                    String[] pair = value(option, left).split("=", 2);
                    corpora.put(Shape.of(pair[0]), Path.of(pair[1]).toAbsolutePath());
                }
                default -> throw new IllegalArgumentException("there is no option " + option + "\n" + USAGE);
            }
        }
        return new Options(
                small, fresh, report, rounds, shapes, tools, work.toAbsolutePath(), peers, corpora, project);
    }

    private static String value(String option, List<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value\n" + USAGE);
        }
        return left.removeFirst();
    }

    private static List<String> words(String list) {
        return List.of(list.split("[, ]+"));
    }
}
