package holdfast.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code holdfast key …}: the ways into the vault. */
@Command(
        name = "key",
        description = "Adds, lists, changes and removes keys: passwords and key files, each with a role.",
        subcommands = {KeyAddCommand.class, KeyListCommand.class, KeyPasswdCommand.class, KeyRemoveCommand.class},
        mixinStandardHelpOptions = true)
final class KeyCommand {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    Holdfast common;
}
