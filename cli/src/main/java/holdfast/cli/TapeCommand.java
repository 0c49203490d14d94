package holdfast.cli;

import picocli.CommandLine.Command;

/** {@code holdfast tape …}: what concerns cartridges. */
@Command(
        name = "tape",
        description = "Lists and reads cartridges.",
        subcommands = {TapeListCommand.class, TapeReadCommand.class},
        mixinStandardHelpOptions = true)
final class TapeCommand {}
