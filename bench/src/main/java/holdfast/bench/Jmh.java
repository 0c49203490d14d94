package holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the benchmarks of {@code bench/jmh}, each in JVMs of its own, over a few files. */
final class Jmh {
    private static final List<String> OURS =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    private static final List<String> ROUNDS =
            List.of("-f", "2", "-wi", "2", "-w", "250ms", "-i", "3", "-r", "300ms", "-bm", "thrpt", "-tu", "s");

    private final Path built;
    private final Path work;

    /** @param built the folder with the benchmarks' jar and their libraries */
    Jmh(Path built, Path work) {
        this.built = built;
        this.work = work;
    }

    /** What a benchmark is called over one of the files. */
    static String key(String benchmark, Path data) {
        return benchmark + " " + data.getFileName();
    }

    /**
     * Millions of bytes of content per second, by {@link #key}.
     *
     * @param which a regular expression
     * @param settings of the measured JVM
     */
    Map<String, Double> megabytesPerSecond(String which, List<String> settings, List<Path> data)
            throws IOException, InterruptedException {
        Path result = work.resolve("jmh.csv");
        List<String> jvm = new ArrayList<>(OURS);
        jvm.addAll(settings);
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Duser.language=en"));
        command.addAll(OURS);
        command.addAll(List.of("-cp", built.resolve("holdfast-bench-jmh.jar") + ":" + built.resolve("lib") + "/*"));
        command.addAll(List.of("org.openjdk.jmh.Main", which, "-jvmArgs", String.join(" ", jvm)));
        command.addAll(List.of("-p", "file=" + String.join(",", data.stream().map(Path::toString).toList())));
        command.addAll(List.of("-foe", "true", "-rf", "csv", "-rff", result.toString()));
        command.addAll(ROUNDS);
        Path log = work.resolve("jmh.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("the benchmarks failed; " + log + " says why");
        }
        return read(result);
    }

    /** Lines of {@code "holdfast.bench.micro.Steps.cut","thrpt",1,6,51.2,3.1,"ops/s",/file}; an operation is a file. */
    private static Map<String, Double> read(Path csv) throws IOException {
        Map<String, Double> speeds = new HashMap<>();
        for (String line : Files.readAllLines(csv).stream().skip(1).toList()) {
            String[] cells = line.replace("\"", "").split(",");
            Path file = Path.of(cells[7]);
            String benchmark = cells[0].substring("holdfast.bench.micro.".length());
            speeds.put(key(benchmark, file), Double.parseDouble(cells[4]) * Files.size(file) / 1e6);
        }
        return speeds;
    }
}
