package holdfast.server.platform.postgres;

import holdfast.server.platform.CannotStart;
import holdfast.server.platform.DataFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running PostgreSQL under supervision: if it dies it is started again on the same port; if this process
 * dies, however suddenly, the database stops by itself.
 *
 * <p>The second is the work of {@link #GUARD}: a shell between us and the database that reads a pipe from us.
 * When the pipe closes, because we closed it or because we are no more, it asks the database for a fast
 * shutdown. Should the guard itself be killed, {@link Orphans} clears up at the next start.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int MOST_RESTARTS = 20;
    private static final int PORT_TRIES = 5;

    /** {@code setsid} keeps a Ctrl-C at the terminal from stopping the database before the server. */
    private static final String GUARD = """
            exec 3<&0
            "$@" </dev/null 3<&- & db=$!
            { read -r line <&3; kill -INT $db; } 2>/dev/null & guard=$!
            wait $db; code=$?
            kill $guard 2>/dev/null
            exit $code
            """;

    private final Cluster cluster;
    private final Path logFile;
    private final boolean durable;
    private volatile boolean closing;
    private @Nullable Process guard;
    private int port;
    private int restarts;

    private EmbeddedPostgres(Cluster cluster, Path logFile, boolean durable) {
        this.cluster = cluster;
        this.logFile = logFile;
        this.durable = durable;
    }

    /**
     * Starts the database of a data folder that the caller holds locked.
     *
     * @param folderId a name of the folder that stays with it
     * @param durable false only where the data may be thrown away
     */
    public static EmbeddedPostgres start(DataFolder folder, String folderId, boolean durable) {
        Cluster cluster = Cluster.open(folder, folderId, durable);
        EmbeddedPostgres postgres = new EmbeddedPostgres(cluster, folder.logs().resolve("postgres.log"), durable);
        postgres.startOnFreePort();
        return postgres;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.ROLE;
    }

    public String user() {
        return Cluster.ROLE;
    }

    public String password() {
        return cluster.password();
    }

    private synchronized void startOnFreePort() {
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            try {
                startOnPort();
                return;
            } catch (PortTaken e) {
                if (attempt == PORT_TRIES) {
                    throw new CannotStart("Found no free port on 127.0.0.1 for the database.", e);
                }
            }
        }
    }

    private void startOnPort() throws PortTaken {
        Orphans.stop(cluster.data());
        long logStart = logFile.toFile().length();
        Process process = launch();
        guard = process;
        while (Orphans.readyPid(cluster.data()).isEmpty()) {
            if (!process.isAlive()) {
                String said = logSince(logStart);
                if (said.contains("Address already in use")) {
                    throw new PortTaken();
                }
                throw new CannotStart("The database in " + cluster.data() + " does not start: "
                        + Programs.lastLines(said) + ". The whole log is " + logFile + ".");
            }
            Pause.millis(5);
        }
        var _ = process.onExit().thenAccept(this::ended);
    }

    private Process launch() {
        List<String> command = new java.util.ArrayList<>(List.of("setsid", "sh", "-c", GUARD, "holdfast-database"));
        command.add(cluster.binaries().program("postgres").toString());
        command.addAll(settings());
        try {
            ProcessBuilder builder = new ProcessBuilder(Account.runAs(cluster.account(), command))
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()));
            builder.environment().put("LC_ALL", "C");
            builder.environment().put("TZ", "UTC");
            return builder.start();
        } catch (IOException e) {
            throw new CannotStart(
                    "Cannot start the database: " + e.getMessage()
                            + ". Holdfast needs 'setsid' and, as root, 'setpriv' (both in util-linux).",
                    e);
        }
    }

    private List<String> settings() {
        String safe = durable ? "on" : "off";
        return List.of(
                "-D", cluster.data().toString(),
                "-p", Integer.toString(port),
                "-c", "listen_addresses=127.0.0.1",
                "-c", "unix_socket_directories=",
                "-c", "password_encryption=scram-sha-256",
                "-c", "fsync=" + safe,
                "-c", "synchronous_commit=" + safe,
                "-c", "full_page_writes=" + safe,
                "-c", "timezone=UTC",
                "-c", "max_connections=60",
                "-c", "shared_buffers=128MB",
                "-c", "logging_collector=off",
                "-c", "log_timezone=UTC");
    }

    /** Runs when the database has stopped, wished for or not. */
    private synchronized void ended(Process process) {
        if (closing || !process.equals(guard)) {
            return;
        }
        restarts++;
        if (restarts > MOST_RESTARTS) {
            log.error("The database stopped for the {}th time and is not started again. See {}.", restarts, logFile);
            return;
        }
        log.warn("The database stopped (exit code {}); it is started again.", process.exitValue());
        try {
            process.getOutputStream().close();
            startOnPort();
        } catch (CannotStart | PortTaken | IOException e) {
            log.error("The database could not be started again. Stop the server and start it anew.", e);
        }
    }

    @Override
    public void close() {
        closing = true;
        stop();
    }

    private synchronized void stop() {
        Process process = guard;
        if (process == null) {
            return;
        }
        try {
            process.getOutputStream().close(); // the guard asks the database to shut down
        } catch (IOException e) {
            log.debug("The pipe to the database's guard was closed already.", e);
        }
        try {
            process.waitFor(30, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        guard = null;
        Orphans.stop(cluster.data());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart("Found no free port on 127.0.0.1 for the database: " + e.getMessage(), e);
        }
    }

    private String logSince(long position) {
        try {
            byte[] all = Files.readAllBytes(logFile);
            int start = (int) Math.min(position, all.length);
            return new String(all, start, all.length - start, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "its log cannot be read (" + e.getMessage() + ")";
        }
    }

    /** Somebody took the port between our looking and the database's binding it. */
    private static final class PortTaken extends Exception {}
}
