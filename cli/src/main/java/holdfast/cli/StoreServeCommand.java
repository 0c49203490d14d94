package holdfast.cli;

import holdfast.cli.serve.Certificates;
import holdfast.cli.serve.ServedFolder;
import holdfast.cli.serve.StoreServer;
import holdfast.cli.serve.Tokens;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code holdfast store serve}. */
@Command(
        name = "serve",
        description = "Serves a folder as a store that is put into and read, and deleted from only with the signature"
                + " of the vault's owner. Needs no key of the vault.",
        mixinStandardHelpOptions = true)
final class StoreServeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder: a vault, or an empty one that will become one.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description = "Where to listen. Default: ${DEFAULT-VALUE}, all of this machine's addresses.")
    private String listen = "0.0.0.0:8610";

    @Option(names = "--path", paramLabel = "PATH", description = "Below which path. Default: ${DEFAULT-VALUE}")
    private String path = "/";

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "A certificate in PEM, with those that vouch for it. Default: one that is made at the first"
                    + " start, and pinned by its fingerprint.")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Its private key in PEM, without a password.")
    private @Nullable Path key;

    @Option(
            names = "--keep",
            paramLabel = "DAYS",
            description = "Delete nothing that is younger, even if the owner signs. Default: ${DEFAULT-VALUE}")
    private int keep;

    @Option(
            names = "--max-object",
            paramLabel = "SIZE",
            description = "Take no larger object. Default: ${DEFAULT-VALUE}")
    private String largest = "1G";

    @Option(
            names = {"-q", "--quiet"},
            description = "Do not log requests.")
    private boolean quiet;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        StoreServer.limitConnections();
        ServedFolder served = new ServedFolder(folder);
        Certificates certificates = certificates(served);
        PrintWriter out = spec.commandLine().getOut();
        StoreServer.Options options = new StoreServer.Options(
                address(), path, Sizes.parse(largest), Duration.ofDays(keep), Duration.ofSeconds(20));
        StoreServer server = StoreServer.start(
                served,
                certificates,
                options,
                line -> log(out, line.toString()),
                Clock.systemUTC(),
                new SecureRandom());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, out, stopped)));
        out.println("serving " + served.root() + " at https://" + HostName.here() + ":" + server.port() + path);
        out.println("certificate " + certificates.fingerprint());
        if (new Tokens(served).all().isEmpty()) {
            out.println("nobody is admitted yet: 'holdfast store token add " + folder + " NAME' admits a host");
        }
        out.flush();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCodes.DONE;
    }

    private void log(PrintWriter out, String line) {
        if (!quiet) {
            synchronized (out) {
                out.println(line);
                out.flush();
            }
        }
    }

    private static void stop(StoreServer server, PrintWriter out, CountDownLatch stopped) {
        try {
            server.close();
            out.println("stopped; what was answered is kept");
        } catch (IOException e) {
            out.println("stopped: " + e.getMessage());
        }
        out.flush();
        stopped.countDown();
    }

    private Certificates certificates(ServedFolder served) throws IOException {
        if ((certificate == null) != (key == null)) {
            throw new ParameterException(spec.commandLine(), "--tls-cert and --tls-key go together");
        }
        return certificate == null || key == null
                ? Certificates.of(served, HostName.here(), Clock.systemUTC(), new SecureRandom())
                : Certificates.read(certificate, key);
    }

    private InetSocketAddress address() {
        int colon = listen.lastIndexOf(':');
        try {
            int port = Integer.parseInt(listen.substring(colon + 1));
            return colon <= 0 ? new InetSocketAddress(port) : new InetSocketAddress(listen.substring(0, colon), port);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "not HOST:PORT: '" + listen + "'", e);
        }
    }
}
