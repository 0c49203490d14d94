package holdfast.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/**
 * One measurement: a line of {@code rows.tsv}.
 *
 * @param wall seconds of the command alone; {@code sync} seconds until the disk had it
 * @param cpu user and system seconds of all its processes
 * @param memory peak resident bytes of its largest process
 * @param stored bytes of the repository afterwards
 * @param others CPU seconds that the machine spent on anything else meanwhile
 * @param ok whether it ended well, and, after a restore, whether everything was equal
 */
record Row(
        String tool,
        Shape shape,
        int round,
        Phase phase,
        double wall,
        double sync,
        double cpu,
        long memory,
        long stored,
        double others,
        boolean ok) {

    double wallWithSync() {
        return wall + sync;
    }

    static List<Row> read(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream().map(Row::parse).toList()
                : List.of();
    }

    void appendTo(Path file) throws IOException {
        Files.write(file, (line() + "\n").getBytes(UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private String line() {
        return String.format(
                Locale.ROOT,
                "%s\t%s\t%d\t%s\t%.3f\t%.3f\t%.3f\t%d\t%d\t%.2f\t%s",
                tool,
                shape.id,
                round,
                phase.id,
                wall,
                sync,
                cpu,
                memory,
                stored,
                others,
                ok);
    }

    private static Row parse(String line) {
        String[] cells = line.split("\t", -1);
        return new Row(
                cells[0],
                Shape.of(cells[1]),
                Integer.parseInt(cells[2]),
                Phase.of(cells[3]),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]),
                Double.parseDouble(cells[6]),
                Long.parseLong(cells[7]),
                Long.parseLong(cells[8]),
                Double.parseDouble(cells[9]),
                Boolean.parseBoolean(cells[10]));
    }

    /** As a line of JSON. */
    String json() {
        return String.format(
                Locale.ROOT,
                "{\"tool\":\"%s\",\"corpus\":\"%s\",\"round\":%d,\"phase\":\"%s\",\"wallSeconds\":%.3f,"
                        + "\"syncSeconds\":%.3f,\"cpuSeconds\":%.3f,\"peakBytes\":%d,\"storedBytes\":%d,"
                        + "\"otherCpuSeconds\":%.2f,\"ok\":%s}",
                tool,
                shape.id,
                round,
                phase.id,
                wall,
                sync,
                cpu,
                memory,
                stored,
                others,
                ok);
    }
}
