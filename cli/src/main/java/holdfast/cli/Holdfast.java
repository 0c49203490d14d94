package holdfast.cli;

import holdfast.vault.model.FilePath;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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
        subcommands = {
            InitCommand.class,
            BackupCommand.class,
            SnapshotsCommand.class,
            LsCommand.class,
            FindCommand.class,
            DiffCommand.class,
            RestoreCommand.class,
            DumpCommand.class,
            CheckCommand.class,
            RepairCommand.class,
            ForgetCommand.class,
            PruneCommand.class,
            CopyCommand.class,
            KeyCommand.class,
            CacheCommand.class,
            StoreCommand.class,
            LedgerCommand.class,
            TapeCommand.class,
            CompletionCommand.class,
            ManCommand.class,
        },
        footerHeading = "%nExit codes:%n",
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
        CommandLine line = commands(interruption);
        line.setOut(out);
        line.setErr(err);
        int code = line.execute(args.toArray(String[]::new));
        out.flush();
        err.flush();
        return code;
    }

    /** All commands, to be looked at. */
    static CommandLine commands() {
        return commands(Optional.empty());
    }

    private static CommandLine commands(Optional<Interruption> interruption) {
        CommandLine line = new CommandLine(new Holdfast(interruption));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        // A file may be called @something.
        line.setExpandAtFiles(false);
        line.registerConverter(FilePath.class, FilePath::of);
        line.setExecutionExceptionHandler(new Errors());
        return line;
    }

    public static void main(String[] args) {
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
