package holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What {@code bench/micro} measured, as Markdown to read and JSON to reckon with. */
record MicroReport(Map<String, String> machine, List<String> launched, List<Row> rows) {

    /**
     * A step over one kind of content, in MB/s.
     *
     * @param ours with the launcher's settings
     * @param full with those that the JVM chooses itself
     */
    record Row(Step step, String data, double ours, double full, OptionalDouble limit) {
        String markdown() {
            return "| " + step.title + " | " + data + " | " + number(OptionalDouble.of(ours)) + " | " + number(limit)
                    + " | " + share(ours) + " | " + number(OptionalDouble.of(full)) + " | " + share(full) + " |";
        }

        private static String number(OptionalDouble speed) {
            return speed.isPresent() ? String.format(Locale.ROOT, "%.0f", speed.getAsDouble()) : "?";
        }

        private String share(double speed) {
            return limit.isPresent() ? String.format(Locale.ROOT, "%.0f %%", 100 * speed / limit.getAsDouble()) : "?";
        }

        String json() {
            String most = limit.isPresent() ? String.format(Locale.ROOT, "%.1f", limit.getAsDouble()) : "null";
            return String.format(
                    Locale.ROOT,
                    "{\"step\":\"%s\",\"data\":\"%s\",\"ours\":%.1f,\"bothCompilers\":%.1f,\"limit\":%s}",
                    step.method,
                    data,
                    ours,
                    full,
                    most);
        }
    }

    void write(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".md"), markdown());
        Files.writeString(folder.resolve(name + ".json"), json());
    }

    String markdown() {
        List<String> out = new ArrayList<>();
        out.add("# The steps of a backup, one thread each\n");
        machine.forEach((what, value) -> out.add("- " + what + ": " + value));
        out.add("\nMillions of bytes of content per second. *Ours* is with the launcher's settings (`"
                + String.join(" ", launched) + "`), *both compilers* with those that the JVM chooses itself.\n");
        out.add("| step | content | ours, MB/s | machine's limit, MB/s | share | both compilers, MB/s | share |");
        out.add("|---|---|---|---|---|---|---|");
        rows.forEach(row -> out.add(row.markdown()));
        out.add("\nWhat the limit is:\n");
        for (Step step : Step.values()) {
            out.add("- " + step.title + ": " + step.limit);
        }
        if (rows.stream().anyMatch(row -> row.limit().isEmpty())) {
            out.add("\n`?`: `openssl` or `zstd` is missing here.");
        }
        return String.join("\n", out) + "\n";
    }

    private String json() {
        return "{\"machine\":" + Report.object(machine) + ",\n\"rows\":[\n"
                + rows.stream().map(Row::json).collect(Collectors.joining(",\n")) + "]}\n";
    }
}
