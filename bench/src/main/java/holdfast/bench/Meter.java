package holdfast.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs a shell command and measures it: wall time, the time {@code sync} takes afterwards, CPU time of all its
 * processes (bash's own {@code time}), peak memory ({@link PeakMemory}).
 */
final class Meter {
    private static final Path DROP_CACHES = Path.of("/proc/sys/vm/drop_caches");

    private final Path log;
    private final Path times;
    private final boolean cold;

    Meter(Path work) {
        this.log = work.resolve("log");
        this.times = work.resolve("times");
        this.cold = Files.isWritable(DROP_CACHES);
    }

    /** What a command took. */
    record Taken(double wall, double sync, double cpu, long memory, double others, boolean ok) {}

    /** Whether this process may empty the page cache. */
    boolean isCold() {
        return cold;
    }

    Path log() {
        return log;
    }

    void emptyCache() throws IOException, InterruptedException {
        run("sync");
        if (cold) {
            Files.write(DROP_CACHES, "3\n".getBytes(UTF_8));
        }
    }

    /** Runs a command that is not measured; its output goes to the log. */
    boolean run(String command) throws IOException, InterruptedException {
        return start(command).waitFor() == 0;
    }

    Taken measure(String command) throws IOException, InterruptedException {
        run("sync");
        double busyBefore = busySeconds();
        long start = System.nanoTime();
        Process process = start("TIMEFORMAT='%R %U %S'; { time { " + command + "\n} 2>&3; } 3>&2 2>" + times);
        PeakMemory memory = new PeakMemory(process.pid());
        boolean ok;
        try (memory) {
            ok = process.waitFor() == 0;
        }
        long end = System.nanoTime();
        double busyAfter = busySeconds();
        run("sync");
        double sync = (System.nanoTime() - end) / 1e9;
        List<String> lines = Files.readAllLines(times);
        String[] cells = lines.getLast().split(" ");
        double cpu = Double.parseDouble(cells[1]) + Double.parseDouble(cells[2]);
        double others = Math.max(0, busyAfter - busyBefore - cpu);
        return new Taken((end - start) / 1e9, sync, cpu, memory.bytes(), others, ok);
    }

    private Process start(String command) throws IOException {
        Files.writeString(
                log,
                "## " + command + "\n",
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
        return new ProcessBuilder("bash", "-o", "pipefail", "-c", command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** CPU seconds that the whole machine has spent. */
    private static double busySeconds() throws IOException {
        String[] cells = Files.readAllLines(Path.of("/proc/stat")).getFirst().trim().split(" +");
        long ticks = 0;
        for (int i : new int[] {1, 2, 3, 6, 7}) {
            ticks += Long.parseLong(cells[i]);
        }
        return ticks / 100.0;
    }
}
