package holdfast.server;

import holdfast.server.access.SetUp;
import holdfast.server.platform.CannotStart;
import holdfast.server.platform.RunningServer;
import holdfast.server.platform.ServerOptions;
import holdfast.server.platform.ServerOptions.Listen;
import holdfast.server.platform.ServerOptions.Tls;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code holdfast server}: starts the server and stays until it is stopped. */
@Command(name = "server", description = "Starts the server with its console.")
final class ServerCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Where everything is kept (default: ~/.local/share/holdfast; as root /var/lib/holdfast/data).")
    private @Nullable Path data;

    @Option(names = "--port", description = "The port to listen on (default: ${DEFAULT-VALUE}).", defaultValue = "8600")
    private int port;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            description = "Let other machines in, on this address. Needs --host, --tls-cert and --tls-key.")
    private @Nullable String listen;

    @Option(names = "--host", paramLabel = "NAME", description = "The name by which browsers reach this server.")
    private @Nullable String host;

    @Option(names = "--tls-cert", paramLabel = "PEM", description = "The certificate chain for that name.")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "PEM", description = "The certificate's private key.")
    private @Nullable Path key;

    @Option(names = "--stop-when-started", hidden = true, description = "For the launcher's training run.")
    private boolean stopWhenStarted;

    @Override
    public Integer call() throws InterruptedException {
        ServerOptions local = ServerOptions.local(data != null ? data : defaultData(), port);
        ServerOptions options =
                new ServerOptions(local.data(), port, listen(), local.clock(), local.beats(), local.durable());
        RunningServer server = HoldfastServer.start(options);
        if (stopWhenStarted) {
            server.close();
            return 0;
        }
        greet(options, server);
        new CountDownLatch(1).await(); // until the process is asked to end; Spring's hook then stops the rest
        return 0;
    }

    private void greet(ServerOptions options, RunningServer server) {
        PrintWriter out = spec.commandLine().getOut();
        String address = (options.listen().tls().isPresent() ? "https://" : "http://")
                + options.listen().host() + ":" + server.port();
        out.println("Holdfast is at " + address + " (data in "
                + options.data().toAbsolutePath().normalize() + "). Ctrl-C stops it.");
        server.service(SetUp.class)
                .token()
                .ifPresent(token -> out.println("Nobody is enrolled yet. The first administrator begins at " + address
                        + "/set-up?token=" + token.value()));
        out.flush();
    }

    private Listen listen() {
        if (listen == null) {
            if (host != null || certificate != null || key != null) {
                throw new CannotStart("--host, --tls-cert and --tls-key go with --listen ADDRESS.");
            }
            return Listen.THIS_MACHINE;
        }
        if (host == null || certificate == null || key == null) {
            throw new CannotStart("--listen lets other machines in, and that needs TLS: give --host NAME,"
                    + " --tls-cert PEM and --tls-key PEM as well.");
        }
        return new Listen(listen, host, Optional.of(new Tls(readable(certificate), readable(key))));
    }

    private static Path readable(Path file) {
        if (!Files.isReadable(file)) {
            throw new CannotStart("Cannot read " + file.toAbsolutePath() + ".");
        }
        return file.toAbsolutePath();
    }

    private static Path defaultData() {
        if (System.getProperty("user.name").equals("root")) {
            return Path.of("/var/lib/holdfast/data");
        }
        @Nullable String chosen = System.getenv("XDG_DATA_HOME");
        return chosen != null && chosen.startsWith("/")
                ? Path.of(chosen, "holdfast")
                : Path.of(System.getProperty("user.home"), ".local", "share", "holdfast");
    }
}
