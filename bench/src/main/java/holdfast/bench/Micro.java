package holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * {@code bench/micro}: measures the steps of a backup, one thread each, and puts the machine's limit beside them. Takes
 * the project's folder, and the settings with which the launcher starts a command.
 */
public final class Micro {
    private static final int BYTES = 16 << 20;
    private static final long SEED = 28;

    private Micro() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path project = Path.of(args[0]);
        List<String> launched = List.of(args).subList(1, args.length);
        Path work = Files.createDirectories(project.resolve("bench/target/micro"));
        List<Path> data = contents(work);
        Map<String, String> machine = machine(project, work);

        Jmh jmh = new Jmh(project.resolve("bench/jmh/target"), work);
        System.out.println("our steps, with the launcher's settings: a minute");
        Map<String, Double> ours = jmh.megabytesPerSecond("Steps", launched, data);
        System.out.println("with both compilers, and the limits: a minute");
        Map<String, Double> full = jmh.megabytesPerSecond("Steps|Limits", List.of(), data);
        System.out.println("openssl and zstd");
        Limits limits = new Limits(full, data);
        machine.put("load after", Files.readString(Path.of("/proc/loadavg")).trim());

        List<MicroReport.Row> rows = new ArrayList<>();
        for (Step step : Step.values()) {
            for (Path file : data) {
                String key = Jmh.key("Steps." + step.method, file);
                String kind = file.getFileName().toString();
                rows.add(new MicroReport.Row(step, kind, ours.get(key), full.get(key), limits.of(step, file)));
            }
        }
        MicroReport report = new MicroReport(machine, launched, rows);
        String name = "micro-" + DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm").format(LocalDateTime.now());
        Path results = project.resolve("bench/results");
        report.write(results, name);
        System.out.println("\n" + report.markdown() + "\nAlso in " + results.resolve(name) + ".md and .json");
    }

    /** Text, which compresses well, and noise, which does not: the same bytes everywhere. */
    private static List<Path> contents(Path work) throws IOException {
        byte[] text = new SourceText(SEED).file(new SplittableRandom(SEED), BYTES);
        byte[] noise = new byte[BYTES];
        new SplittableRandom(SEED).nextBytes(noise);
        return List.of(
                Files.write(work.resolve("text"), Arrays.copyOf(text, BYTES)),
                Files.write(work.resolve("random"), noise));
    }

    private static Map<String, String> machine(Path project, Path work) throws IOException, InterruptedException {
        Map<String, String> facts = Machine.describe(work);
        facts.put("openssl", Peers.output("openssl version").orElse("missing"));
        facts.put("zstd", Peers.output("zstd --version").orElse("missing"));
        facts.put("commit", Peers.output("git -C " + project + " describe --always --dirty").orElse("?"));
        return facts;
    }
}
