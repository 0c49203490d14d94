package holdfast.server.drill;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.server.platform.RunningServer;
import holdfast.server.platform.ServerOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.thymeleaf.ITemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/** One drill from its options to its report. */
final class DrillRun {
    private static final int HOLDS = 0;
    private static final int DOES_NOT_HOLD = 1;

    private final Function<ServerOptions, RunningServer> servers;
    private final DrillOptions options;
    private final PrintWriter out;
    private final DrillProgress progress;
    private final InstantSource wall;

    private DrillRun(
            Function<ServerOptions, RunningServer> servers,
            DrillOptions options,
            PrintWriter out,
            DrillProgress progress,
            InstantSource wall) {
        this.servers = servers;
        this.options = options;
        this.out = out;
        this.progress = progress;
        this.wall = wall;
    }

    /** @return the exit code */
    static int run(
            Function<ServerOptions, RunningServer> servers,
            DrillOptions options,
            PrintWriter out,
            PrintStream err,
            boolean terminal)
            throws Exception {
        InstantSource wall = ServerOptions.systemClock();
        return new DrillRun(servers, options, out, new DrillProgress(err, terminal, wall), wall).run();
    }

    private int run() throws Exception {
        boolean scratch = options.keep().isEmpty();
        Path root = scratch
                ? Files.createTempDirectory("holdfast-drill-")
                : options.keep().orElseThrow();
        try (CleanEnd end = new CleanEnd()) {
            try {
                return inFolder(root);
            } finally {
                // An interrupt must not stop the clearing that it asks for.
                boolean ended = Thread.interrupted();
                if (scratch) {
                    Folders.deleteAll(root);
                }
                if (ended) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private int inFolder(Path root) throws Exception {
        long started = wall.millis();
        DrillClock clock = new DrillClock(Scenario.MORNING);
        ServerOptions server = ServerOptions.local(root, options.port()).withClock(clock, false);
        progress.say("Holdfast drill: seven tapes leave one office for another, and never arrive.");
        progress.start("Starting a scratch system");
        try (RunningServer running = servers.apply(server);
                Drill drill = new Drill(options, clock, running, progress)) {
            progress.done("in " + root);
            if (!allStages(drill)) {
                return DOES_NOT_HOLD;
            }
            double seconds = (wall.millis() - started) / 1000.0;
            return report(drill, root, seconds);
        }
    }

    private boolean allStages(Drill drill) {
        for (Stage stage : Stages.all()) {
            progress.start(stage.title());
            try {
                progress.done(stage.run(drill));
            } catch (Exception e) {
                progress.failed(e.getMessage() == null ? e.toString() : e.getMessage());
                Problems.keep(drill.folder(), e);
                return false;
            }
        }
        return true;
    }

    private int report(Drill drill, Path root, double seconds) throws IOException, InterruptedException {
        Path report = root.resolve("drill-report.html");
        new DrillReport(drill.service(ITemplateEngine.class))
                .write(report, drill.found(), drill.checks(), options, seconds);
        String json = JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(DrillJson.of(drill.found(), drill.checks(), seconds));
        Files.writeString(root.resolve("drill.json"), json + "\n", UTF_8);
        if (options.json()) {
            out.println(json);
            out.flush();
        }
        List<Checks.Check> failed = drill.checks().failed();
        failed.forEach(check -> progress.say("  ✗ does not hold: " + check.says() + " (" + check.seen() + ")"));
        progress.say(Closing.words(drill, report, seconds));
        if (options.serve()) {
            progress.say(Closing.address(drill));
            waitForCtrlC();
        }
        return failed.isEmpty() ? HOLDS : DOES_NOT_HOLD;
    }

    private static void waitForCtrlC() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException ctrlC) {
            Thread.currentThread().interrupt();
        }
    }
}
