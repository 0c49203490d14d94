package holdfast.cli;

import holdfast.crypto.SystemLibrary;
import holdfast.vault.model.FilePath;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * The {@code holdfast} command. Its options stand before or after the subcommand; the subcommands are listed here
 * and nowhere else.
 */
@Command(
        name = "holdfast",
        description = "Encrypted, deduplicating backups, on disks and on tapes that may get lost.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        footerHeading = "%nPrograms that ./holdfast starts too, each with a --help of its own:%n"
                + "  server       the register, its alarms and incidents, with pages for a browser%n"
                + "  drill        seven tapes go missing: the main job, on a scratch system%n"
                + "  second-site  the vault and the witness of another site%n"
                + "%nExit codes:%n",
        footer = {
            "  0   done",
            "  1   failed; the message says what, where, and what to do next",
            "  2   wrong usage",
            "  3   done, but some files could not be read or written: they are listed",
            " 10   there is no vault at the place",
            " 12   wrong password or key file",
            " 13   the key's role does not permit it",
            " 14   damage was found",
            " 15   no space left",
            " 16   the store refused it: it does not know the token, or does not take the object",
            " 17   the store cannot be reached, or failed however often it was asked",
            " 18   the store's certificate is not trusted: expired, or another one than was pinned",
            " 19   the vault, or an object in it, is of a later version than this program",
            "130   interrupted; what was put into the vault is kept",
        })
public final class Holdfast implements Runnable {
    /** In the order of the help. */
    private static final Map<String, Supplier<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("init", InitCommand::new);
        COMMANDS.put("backup", BackupCommand::new);
        COMMANDS.put("snapshots", SnapshotsCommand::new);
        COMMANDS.put("ls", LsCommand::new);
        COMMANDS.put("find", FindCommand::new);
        COMMANDS.put("diff", DiffCommand::new);
        COMMANDS.put("restore", RestoreCommand::new);
        COMMANDS.put("dump", DumpCommand::new);
        COMMANDS.put("check", CheckCommand::new);
        COMMANDS.put("repair", RepairCommand::new);
        COMMANDS.put("forget", ForgetCommand::new);
        COMMANDS.put("prune", PruneCommand::new);
        COMMANDS.put("copy", CopyCommand::new);
        COMMANDS.put("key", KeyCommand::new);
        COMMANDS.put("cache", CacheCommand::new);
        COMMANDS.put("store", StoreCommand::new);
        COMMANDS.put("ledger", LedgerCommand::new);
        COMMANDS.put("tape", TapeCommand::new);
        COMMANDS.put("completion", CompletionCommand::new);
        COMMANDS.put("man", ManCommand::new);
    }

    @Mixin
    @SuppressWarnings("NullAway.Init")
    CommonOptions common;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** What listens for Ctrl-C; nothing in tests. */
    final Optional<Interruption> interruption;

    private Holdfast(Optional<Interruption> interruption) {
        this.interruption = interruption;
    }

    /** Runs a command line; returns the exit code. */
    static int execute(PrintWriter out, PrintWriter err, List<String> args) {
        return execute(out, err, args, Optional.empty());
    }

    private static int execute(
            PrintWriter out, PrintWriter err, List<String> args, Optional<Interruption> interruption) {
        CommandLine line = commands(interruption, named(args));
        line.setOut(out);
        line.setErr(err);
        int code = line.execute(args.toArray(String[]::new));
        out.flush();
        err.flush();
        return code;
    }

    /** All commands, to be looked at. */
    static CommandLine commands() {
        return commands(Optional.empty(), COMMANDS.keySet());
    }

    /**
     * The commands that the words may mean. To look at the options of all of them takes longer than many a command
     * runs; whoever asks for help, or mistypes, gets all, and so does what shows all of them.
     */
    private static Set<String> named(List<String> args) {
        Set<String> named = new LinkedHashSet<>(args);
        named.retainAll(COMMANDS.keySet());
        boolean showsAll = named.isEmpty() || named.contains("completion") || named.contains("man");
        return showsAll ? COMMANDS.keySet() : named;
    }

    private static CommandLine commands(Optional<Interruption> interruption, Set<String> names) {
        CommandLine line = new CommandLine(new Holdfast(interruption));
        COMMANDS.forEach((name, command) -> {
            if (names.contains(name)) {
                line.addSubcommand(name, command.get());
            }
        });
        line.setCaseInsensitiveEnumValuesAllowed(true);
        // A file may be called @something.
        line.setExpandAtFiles(false);
        line.registerConverter(FilePath.class, FilePath::of);
        line.setExecutionExceptionHandler(new Errors());
        return line;
    }

    public static void main(String[] args) {
        // While the words are read: nearly every command comes to need it.
        Thread.ofPlatform().daemon().name("holdfast-library").start(SystemLibrary::load);
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Interruption interruption = Interruption.install();
        int code;
        try {
            code = execute(out, err, RawArguments.of(args), Optional.of(interruption));
        } catch (OutOfMemoryError e) {
            err.println("holdfast: out of memory: this vault is too large for the command's usual share; run it again"
                    + " with HOLDFAST_JAVA_OPTS=-Xmx1g (or more)");
            code = ExitCodes.FAILED;
        }
        interruption.over();
        System.exit(code);
    }
}
