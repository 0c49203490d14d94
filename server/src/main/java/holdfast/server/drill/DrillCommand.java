package holdfast.server.drill;

import holdfast.server.platform.RunningServer;
import holdfast.server.platform.ServerOptions;
import java.io.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code holdfast drill}: the main job in one command, on a scratch system. */
@Command(
        name = "drill",
        description = "Replays the loss of seven tapes on a scratch system, from the backup to the answered enquiry.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything that the drill demands of itself holds",
            "1:a demand does not hold; it is named",
            "2:the command line is not understood",
            "69:something needed is not there or cannot be used; it is named"
        })
public final class DrillCommand implements Callable<Integer> {
    private final Function<ServerOptions, RunningServer> servers;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--people", paramLabel = "N", description = "Synthetic persons (default: ${DEFAULT-VALUE}).")
    private int people = Scenario.PERSONS;

    @Option(names = "--cartridges", paramLabel = "N", description = "Cartridges written (default: ${DEFAULT-VALUE}).")
    private int cartridges = Scenario.CARTRIDGES;

    @Option(names = "--lose", paramLabel = "BARCODE", arity = "1..*", description = "Which go missing (default: all).")
    private List<String> lose = List.of();

    @Option(names = "--data", paramLabel = "DIR", description = "Back up this folder instead of synthetic files.")
    private @Nullable Path data;

    @Option(
            names = "--register",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Registers of persons inside --data: CSV with a header.")
    private List<Path> registers = List.of();

    @Option(names = "--mapping", paramLabel = "FILE", description = "Which column means what, for --register.")
    private @Nullable Path mapping;

    @Option(names = "--seed", paramLabel = "N", description = "Same seed and options: same persons and barcodes.")
    private long seed = 1;

    @Option(
            names = "--smtp",
            paramLabel = "HOST:PORT",
            description = "Deliver the notices to this receiver instead of the drill's own.")
    private @Nullable String smtp;

    @Option(names = "--keep", paramLabel = "DIR", description = "Leave everything in this new or empty folder.")
    private @Nullable Path keep;

    @Option(names = "--no-serve", description = "End when done, instead of keeping the console open.")
    private boolean noServe;

    @Option(names = "--port", paramLabel = "N", description = "The console's port (default: ${DEFAULT-VALUE}).")
    private int port = 8600;

    @Option(names = "--json", description = "Print the outcome as one JSON object on standard output.")
    private boolean json;

    /** @param servers starts the scratch system: the server itself, which this module does not know */
    public DrillCommand(Function<ServerOptions, RunningServer> servers) {
        this.servers = servers;
    }

    @Override
    public Integer call() throws Exception {
        DrillOptions options = new DrillOptions(
                people,
                cartridges,
                lose,
                Optional.ofNullable(data).map(Path::toAbsolutePath),
                registers.stream().map(this::found).toList(),
                Optional.ofNullable(mapping).map(Path::toAbsolutePath),
                seed,
                Optional.ofNullable(smtp),
                Optional.ofNullable(keep).map(Path::toAbsolutePath),
                !noServe,
                noServe ? 0 : port,
                json);
        DrillInput.demandUsable(options);
        return DrillRun.run(servers, options, spec.commandLine().getOut(), System.err, onTerminal());
    }

    /** As the shell would find it, or else inside the data folder. */
    private Path found(Path register) {
        return Files.exists(register) || data == null
                ? register.toAbsolutePath()
                : data.resolve(register).toAbsolutePath();
    }

    @SuppressWarnings("SystemConsoleNull") // NullAway knows better
    private static boolean onTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
