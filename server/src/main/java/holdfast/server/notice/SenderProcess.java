package holdfast.server.notice;

import com.zaxxer.hikari.HikariDataSource;
import holdfast.server.delivery.MailRoute;
import holdfast.server.incident.IncidentId;
import holdfast.server.platform.DataFolder;
import holdfast.server.platform.NotNow;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import jakarta.annotation.PreDestroy;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts, watches and clears up after the sender's processes, one an incident. Thread-safe. */
@Component
class SenderProcess {
    private static final Logger log = LoggerFactory.getLogger(SenderProcess.class);

    private static final Duration COUNT_EVERY = Duration.ofMillis(500);

    private final DataSource dataSource;
    private final DataFolder folder;
    private final MessageStore messages;
    private final BatchCloser closer;
    private final Recorder recorder;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Map<IncidentId, Running> running = new ConcurrentHashMap<>();

    private final Map<IncidentId, Counted> counted = new ConcurrentHashMap<>();

    private record Counted(Progress progress, long nanos) {}

    private record Running(Process process, SenderRun run, Instant startedAt, long startedNanos) {}

    SenderProcess(
            DataSource dataSource,
            DataFolder folder,
            MessageStore messages,
            BatchCloser closer,
            Recorder recorder,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.dataSource = dataSource;
        this.folder = folder;
        this.messages = messages;
        this.closer = closer;
        this.recorder = recorder;
        this.transaction = transaction;
        this.clock = clock;
    }

    synchronized SenderRun start(IncidentId incident, MailRoute route, int perSecond, ActorId by) {
        if (running(incident).isPresent()) {
            throw new NotNow("refused.sender-alive", incident);
        }
        Instant now = clock.instant();
        Process process = launch(incident, route, perSecond, now);
        transaction.executeWithoutResult(_ -> recorder.record(
                by,
                "notice.sender-started",
                Map.of("pid", process.pid(), "server", route.host() + ":" + route.port(), "perSecond", (long)
                        perSecond),
                incident.ref()));
        CompletableFuture<Integer> ended = process.onExit().thenApply(gone -> clearUp(incident, gone));
        SenderRun run = new SenderRun(process.pid(), ended);
        running.put(incident, new Running(process, run, now, System.nanoTime()));
        return run;
    }

    private Process launch(IncidentId incident, MailRoute route, int perSecond, Instant now) {
        Path instructions = folder.secrets().resolve("sender-" + incident + ".job");
        try {
            HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
            new SenderJob(
                            pool.getJdbcUrl(),
                            pool.getUsername(),
                            pool.getPassword(),
                            incident.value(),
                            route,
                            now,
                            perSecond,
                            folder.letters())
                    .write(instructions);
            File output = folder.logs().resolve("sender-" + incident + ".log").toFile();
            return new ProcessBuilder(command(instructions))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
                    .start();
        } catch (IOException | SQLException e) {
            throw new UncheckedIOException("The sender cannot be started: " + e.getMessage(), new IOException(e));
        }
    }

    /** The same Java and the same classes as this process. */
    private static List<String> command(Path instructions) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return List.of(
                java.toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Sender.class.getName(),
                instructions.toString());
    }

    /** Runs when a sender has ended, well or badly: what was being sent is in doubt, what is complete is closed. */
    private int clearUp(IncidentId incident, Process gone) {
        int code = gone.exitValue();
        running.computeIfPresent(incident, (_, one) -> one.process().pid() == gone.pid() ? null : one);
        try {
            transaction.executeWithoutResult(_ -> {
                messages.waitForTheLastCommit(incident);
                int doubts = messages.doubtWhatWasBeingSent(incident);
                closer.close(incident);
                recorder.record(
                        ActorId.SYSTEM,
                        "notice.sender-ended",
                        Map.of("pid", gone.pid(), "exit", (long) code, "inDoubt", (long) doubts),
                        incident.ref());
            });
        } catch (RuntimeException e) {
            log.error(
                    "After the sender of incident {} ended (exit {}), its batches could not be closed.",
                    incident,
                    code,
                    e);
        }
        return code;
    }

    Optional<SenderRun> running(IncidentId incident) {
        return Optional.ofNullable(running.get(incident))
                .filter(one -> one.process().isAlive())
                .map(Running::run);
    }

    /** While a sender is alive, counted at most every so often: the database has better to do. */
    Progress progress(IncidentId incident, Supplier<Map<String, Long>> states) {
        Optional<Running> now = Optional.ofNullable(running.get(incident))
                .filter(one -> one.process().isAlive());
        Counted last = counted.get(incident);
        if (now.isPresent() && last != null && System.nanoTime() - last.nanos() < COUNT_EVERY.toNanos()) {
            return last.progress();
        }
        Progress progress = count(now, states.get());
        counted.put(incident, new Counted(progress, System.nanoTime()));
        return progress;
    }

    private static Progress count(Optional<Running> now, Map<String, Long> states) {
        long total = states.values().stream().mapToLong(Long::longValue).sum();
        long accepted = states.getOrDefault("ACCEPTED", 0L) + states.getOrDefault("BOUNCED", 0L);
        long printed = states.getOrDefault("PRINTED", 0L);
        return new Progress(
                total,
                states.getOrDefault("WAITING", 0L),
                states.getOrDefault("SENDING", 0L),
                accepted,
                printed,
                states.getOrDefault("REFUSED", 0L),
                states.getOrDefault("IN_DOUBT", 0L),
                now.map(one -> rate(one, accepted + printed)).orElse(0.0),
                now.map(Running::startedAt),
                now.map(one -> one.process().pid()));
    }

    /** Since the start: thin, a sender that was resumed counts what came before it. */
    private static double rate(Running one, long settled) {
        double seconds =
                Duration.ofNanos(System.nanoTime() - one.startedNanos()).toMillis() / 1000.0;
        return seconds < 0.1 ? 0 : settled / seconds;
    }

    @PreDestroy
    void stop() {
        running.values().forEach(one -> one.process().destroy());
    }
}
