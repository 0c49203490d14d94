package holdfast.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code holdfast man}: manual pages, from the commands themselves, so nothing is forgotten. */
@Command(
        name = "man",
        description = {
            "Prints the manual page of a command, or writes all pages into a folder.",
            "To read one: holdfast man backup | man -l -"
        },
        mixinStandardHelpOptions = true)
final class ManCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..*",
            description = "Such as 'backup', or 'key add'. Default: holdfast.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Write the pages of all commands into this folder, such as /usr/share/man/man1.")
    private @Nullable Path folder;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandLine line = spec.root().commandLine();
        for (String word : words) {
            CommandLine sub = line.getSubcommands().get(word);
            if (sub == null) {
                throw new ParameterException(
                        spec.commandLine(), "there is no command '" + String.join(" ", words) + "'");
            }
            line = sub;
        }
        if (folder == null) {
            spec.commandLine().getOut().print(new ManPage(line).text());
        } else {
            Files.createDirectories(folder);
            writeAll(line, folder);
        }
        return ExitCodes.DONE;
    }

    private static void writeAll(CommandLine line, Path folder) throws IOException {
        ManPage page = new ManPage(line);
        Files.writeString(folder.resolve(page.name() + ".1"), page.text());
        for (CommandLine sub : line.getSubcommands().values()) {
            writeAll(sub, folder);
        }
    }
}
