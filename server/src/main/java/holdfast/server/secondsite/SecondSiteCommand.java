package holdfast.server.secondsite;

import holdfast.server.platform.CannotStart;
import holdfast.server.platform.ServerOptions;
import holdfast.server.secondsite.process.SecondSite;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code holdfast second-site}: runs until it is stopped. */
@Command(
        name = "second-site",
        description = "Runs a second site: keeps copies of the vault, witnesses the ledger, rings when the first"
                + " site is silent.")
public final class SecondSiteCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "Where everything is kept.")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(names = "--port", defaultValue = "8610", description = "The port; 0 takes a free one (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address (${DEFAULT-VALUE}). This process speaks plain HTTP: reach it from another"
                    + " machine through a TLS tunnel only.")
    private String listen = "127.0.0.1";

    @Option(
            names = "--name",
            defaultValue = "second-site.holdfast.internal/witness",
            description = "The witness's name (${DEFAULT-VALUE}).")
    private String name = "";

    @Option(
            names = "--silence",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long the first site may be silent (${DEFAULT-VALUE}).")
    private int silence;

    @Option(
            names = "--alarm-program",
            paramLabel = "WORD",
            description = "A program that is run for each alarm; repeat for its arguments. The subject comes last, the"
                    + " text on standard input: --alarm-program=mail --alarm-program=head@example.org"
                    + " --alarm-program=-s")
    private List<String> alarmProgram = new ArrayList<>();

    @Option(names = "--drill-clock", description = "For drills: the clock stands still until it is set from outside.")
    private boolean drillClock;

    /** The same as {@code holdfast second-site}, started directly. */
    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new SecondSiteCommand());
        line.setExecutionExceptionHandler((failure, command, _) -> {
            if (failure instanceof CannotStart known) {
                command.getErr().println("holdfast: " + known.getMessage());
                return known.exitCode();
            }
            throw failure;
        });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        SecondSite.Options options = new SecondSite.Options(
                data,
                new InetSocketAddress(listen, port),
                name,
                Duration.ofSeconds(silence),
                List.copyOf(alarmProgram),
                drillClock);
        try (SecondSite site = SecondSite.start(options, ServerOptions.systemClock(), new SecureRandom())) {
            spec.commandLine().getOut().println("The second site is at " + site.url() + " (data in " + data + ").");
            spec.commandLine().getOut().flush();
            new CountDownLatch(1).await(); // until the process is asked to end
            return 0;
        } catch (BindException e) {
            throw new CannotStart("Port " + port + " on " + listen + " is in use. Name another with --port.", e);
        } catch (IOException e) {
            throw new CannotStart("The second site cannot start in " + data + ": " + e.getMessage(), e);
        }
    }
}
