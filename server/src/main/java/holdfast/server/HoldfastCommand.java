package holdfast.server;

import holdfast.server.drill.DrillCommand;
import holdfast.server.platform.CannotStart;
import holdfast.server.secondsite.SecondSiteCommand;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The programs of the server's side: {@code holdfast server}, and those that others list below. */
@Command(
        name = "holdfast",
        description = "Holdfast's server, its drill, and the processes beside it.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT)
public final class HoldfastCommand {
    private HoldfastCommand() {}

    /** Every command of this program. A new one is added here and in the launcher, nowhere else. */
    private static List<Object> commands() {
        return List.of(new ServerCommand(), new DrillCommand(HoldfastServer::start), new SecondSiteCommand());
    }

    public static void main(String[] arguments) {
        int code = commandLine().execute(arguments);
        // A zero from a command that started threads of its own would otherwise wait for them.
        System.exit(code);
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new HoldfastCommand());
        commands().forEach(line::addSubcommand);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof CannotStart known) {
                command.getErr().println("holdfast: " + known.getMessage());
                return known.exitCode();
            }
            throw failure;
        });
        return line;
    }
}
