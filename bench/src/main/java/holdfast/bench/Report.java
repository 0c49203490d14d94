package holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table, as Markdown to read and JSON to reckon with. */
final class Report {
    private final List<Row> rows;
    private final Medians medians;
    private final List<Tool> tools;
    private final Map<String, String> machine;
    private final List<String> notes;

    Report(List<Row> rows, List<Tool> tools, Map<String, String> machine, List<String> notes) {
        this.rows = rows;
        this.medians = new Medians(rows);
        this.tools = tools;
        this.machine = machine;
        this.notes = notes;
    }

    void write(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".md"), markdown());
        Files.writeString(folder.resolve(name + ".json"), json());
    }

    String markdown() {
        List<String> out = new ArrayList<>();
        out.add("# Measured side by side\n");
        machine.forEach((what, value) -> out.add("- " + what + ": " + value));
        tools.forEach(tool -> out.add("- " + tool.name() + ": " + tool.version()));
        notes.forEach(note -> out.add("- " + note));
        out.add("\nMedians. Seconds of wall time with the final sync; in brackets CPU seconds (user and system).\n");
        out.add("| corpus | tool | first, cold | second version | unchanged | restore | check all data "
                + "| stored MB | second adds MB | peak MB |");
        out.add("|---|---|---|---|---|---|---|---|---|---|");
        for (Shape shape : Shape.values()) {
            for (Tool tool : tools) {
                if (medians.wall(tool.name(), shape, Phase.FIRST).isPresent()) {
                    out.add(line(shape, tool.name()));
                }
            }
        }
        out.add("\n`snapshots`, with the page cache as it is:\n\n| tool | passphrase | key file |\n|---|---|---|");
        for (Tool tool : tools) {
            out.add("| " + tool.name() + " | " + snapshots(tool, Phase.SNAPSHOTS) + " | "
                    + snapshots(tool, Phase.SNAPSHOTS_KEY_FILE) + " |");
        }
        out.add("\nWhat is aimed at: ours over theirs (restic's, where nothing else is said).\n");
        out.add("| | measured | at most | met |\n|---|---|---|---|");
        goals().forEach(goal -> out.add(goal.markdown()));
        return String.join("\n", out) + "\n";
    }

    private List<Goal> goals() {
        return Goal.all(medians).stream().filter(goal -> goal.ratio().isPresent()).toList();
    }

    private String line(Shape shape, String tool) {
        Function<Phase, String> time = phase -> seconds(medians.wall(tool, shape, phase))
                + medians.of(tool, shape, phase, Row::cpu).stream()
                        .mapToObj(cpu -> String.format(Locale.ROOT, " (%.1f)", cpu))
                        .collect(Collectors.joining());
        OptionalDouble memory = new Medians(rows.stream().filter(row -> row.shape() == shape).toList()).memory(tool);
        return "| " + shape.title + " | " + tool + " | " + time.apply(Phase.FIRST) + " | " + time.apply(Phase.SECOND)
                + " | " + time.apply(Phase.UNCHANGED) + " | " + time.apply(Phase.RESTORE) + " | "
                + time.apply(Phase.CHECK) + " | " + megabytes(medians.of(tool, shape, Phase.FIRST, Row::stored)) + " | "
                + megabytes(medians.growth(tool, shape)) + " | " + megabytes(memory) + " |";
    }

    private String snapshots(Tool tool, Phase phase) {
        return seconds(medians.of(tool.name(), Shape.SMALL_FILES, phase, Row::wall));
    }

    private static String seconds(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "";
    }

    private static String megabytes(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.0f", value.getAsDouble() / 1e6) : "";
    }

    private String json() {
        String versions = tools.stream()
                .map(tool -> quoted(tool.name()) + ":" + quoted(tool.version()))
                .collect(Collectors.joining(","));
        return "{\"machine\":" + object(machine) + ",\n\"tools\":{" + versions + "},\n\"notes\":["
                + notes.stream().map(Report::quoted).collect(Collectors.joining(",")) + "],\n\"goals\":[\n"
                + goals().stream().map(Goal::json).collect(Collectors.joining(",\n")) + "],\n\"rows\":[\n"
                + rows.stream().map(Row::json).collect(Collectors.joining(",\n")) + "]}\n";
    }

    /** As JSON. */
    static String object(Map<String, String> facts) {
        return facts.entrySet().stream()
                .map(fact -> quoted(fact.getKey()) + ":" + quoted(fact.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
