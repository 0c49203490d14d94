package holdfast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Every command is described: in its help, its manual page, the shells' completions and the guide. */
class CommandsTest {
    @TempDir
    Path folder;

    private final List<CommandSpec> all = new ArrayList<>();
    private String out = "";

    @BeforeEach
    void findAll() {
        find(Holdfast.commands());
        assertThat(all).hasSizeGreaterThan(25);
    }

    private void find(CommandLine line) {
        all.add(line.getCommandSpec());
        for (Map.Entry<String, CommandLine> sub : line.getSubcommands().entrySet()) {
            if (!sub.getKey().equals("help")
                    && sub.getKey().equals(sub.getValue().getCommandName())) {
                find(sub.getValue());
            }
        }
    }

    @Test
    void everyCommandAndOptionSaysWhatItIs() {
        for (CommandSpec spec : all) {
            assertThat(spec.usageMessage().description())
                    .as(spec.qualifiedName())
                    .isNotEmpty();
            for (ArgSpec arg : spec.args()) {
                assertThat(String.join("", arg.description()))
                        .as(spec.qualifiedName() + " " + arg.paramLabel() + " " + arg)
                        .isNotBlank();
            }
            assertThat(spec.commandLine().getUsageMessage()).contains("Usage: " + spec.qualifiedName());
        }
    }

    /** What the launcher hands to the server's program is no subcommand here; whoever asks for help looks for it. */
    @Test
    void theHelpNamesWhatTheLauncherStartsBesides() throws IOException {
        String launcher = Files.readString(Path.of("../holdfast"));
        List<String> programs = List.of(launcher.replaceAll("(?s).*\n  ([a-z |-]+)\\)\n    module=server .*", "$1")
                .split(" \\| "));
        assertThat(programs).contains("server", "drill", "sender");
        assertThat(run("--help")).isZero();
        assertThat(programs)
                // Started by the server alone.
                .filteredOn(program -> !program.equals("sender"))
                .allSatisfy(program -> assertThat(out).containsPattern("(?m)^  " + program + " +[a-z]"));
    }

    @Test
    void everyCommandHasAManualPage() throws IOException {
        assertThat(run("man", "--to", folder.toString())).isZero();
        for (CommandSpec spec : all) {
            Path page = folder.resolve(spec.qualifiedName("-") + ".1");
            assertThat(page).exists();
            assertThat(Files.readString(page)).startsWith(".TH ").contains(".SH SYNOPSIS", ".SH EXIT STATUS");
        }
        assertThat(run("man", "key", "add")).isZero();
        assertThat(out).isEqualTo(Files.readString(folder.resolve("holdfast-key-add.1")));
        assertThat(run("man", "frobnicate")).isEqualTo(2);
    }

    @Test
    void everyCommandIsCompleted() {
        for (String shell : List.of("bash", "zsh", "fish")) {
            assertThat(run("completion", shell)).isZero();
            assertThat(out.lines()).hasSizeGreaterThan(100);
            for (CommandSpec spec : all) {
                assertThat(out).contains(spec.name());
            }
        }
    }

    @Test
    void everyCommandIsInTheGuide() throws IOException {
        String guide = Files.readString(
                Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("../docs/guide/commands.md"),
                UTF_8);
        for (CommandSpec spec : all) {
            if (spec.parent() != null && spec.subcommands().isEmpty()) {
                assertThat(guide).contains(spec.qualifiedName().substring("holdfast ".length()));
            }
        }
    }

    private int run(String... args) {
        StringWriter outText = new StringWriter();
        int code = Holdfast.execute(new PrintWriter(outText), new PrintWriter(new StringWriter()), List.of(args));
        out = outText.toString();
        return code;
    }
}
