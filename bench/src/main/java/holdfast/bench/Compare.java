package holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code bench/run}: measures the tools in turns and makes the table. */
public final class Compare {
    private Compare() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 1 && List.of("--help", "-h").contains(args[1])) {
            System.out.print(Options.USAGE);
            return;
        }
        Options options;
        try {
            options = Options.parse(Path.of(args[0]), java.util.Arrays.copyOfRange(args, 1, args.length));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        run(options);
    }

    private static void run(Options options) throws IOException, InterruptedException {
        Files.createDirectories(options.work());
        Path rows = options.work().resolve(options.small() ? "rows-small.tsv" : "rows.tsv");
        if (options.fresh()) {
            Files.deleteIfExists(rows);
        }
        Meter meter = new Meter(options.work());
        List<Tool> tools = new Peers(options).find();
        Map<String, String> machine = Machine.describe(options.work());
        if (!options.reportOnly()) {
            measure(options, tools, meter, rows);
        }
        Report report = new Report(Row.read(rows), tools, machine, notes(options, meter));
        String name = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm").format(LocalDateTime.now())
                + (options.small() ? "-small" : "");
        // A quick look is nothing to keep.
        Path results = options.small() ? options.work() : options.project().resolve("bench/results");
        report.write(results, name);
        System.out.println("\n" + report.markdown() + "\nAlso in " + results.resolve(name) + ".md and .json");
    }

    private static List<String> notes(Options options, Meter meter) {
        List<String> notes = new ArrayList<>();
        notes.add(
                meter.isCold()
                        ? "the page cache was emptied before each step, but for snapshots"
                        : "the page cache was NOT emptied (that needs root): reading is from memory");
        if (options.small()) {
            notes.add("a quick look at a twentieth of the data: no result");
        }
        options.corpora().forEach((shape, folder) -> notes.add(shape.title + ": data of this machine"));
        return notes;
    }

    private static void measure(Options options, List<Tool> tools, Meter meter, Path rows)
            throws IOException, InterruptedException {
        Corpora corpora = new Corpora(options);
        for (Shape shape : options.shapes()) {
            corpora.prepare(shape);
        }
        Round round = new Round(corpora, meter, options.work(), rows);
        for (int number = 1; number <= options.rounds(); number++) {
            for (Shape shape : options.shapes()) {
                for (Tool tool : tools) {
                    if (!isDone(rows, tool, shape, number)) {
                        round.run(tool, shape, number);
                    }
                }
            }
        }
        for (Shape shape : options.shapes()) {
            corpora.lay(shape, 1);
        }
        System.out.println("clearing away");
        Corpora.delete(options.work().resolve("aside"));
    }

    /** A round that was broken off is measured again from its start. */
    private static boolean isDone(Path file, Tool tool, Shape shape, int number) throws IOException {
        List<Row> all = Row.read(file);
        List<Row> its = all.stream()
                .filter(row -> row.tool().equals(tool.name()) && row.shape() == shape && row.round() == number)
                .toList();
        if (its.stream().anyMatch(row -> row.phase() == Phase.CHECK)) {
            return true;
        }
        if (!its.isEmpty()) {
            Files.delete(file);
            for (Row row : all) {
                if (!its.contains(row)) {
                    row.appendTo(file);
                }
            }
        }
        return false;
    }
}
