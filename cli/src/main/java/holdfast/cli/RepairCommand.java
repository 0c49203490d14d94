package holdfast.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code holdfast repair …}: what 'check' found. */
@Command(
        name = "repair",
        description = "Mends a damaged vault as far as it can be, and names what is lost: first the index, then packs,"
                + " then snapshots. Bring back what a copy of the vault still has before. Role: owner.",
        subcommands = {RepairIndexCommand.class, RepairPacksCommand.class, RepairSnapshotsCommand.class},
        mixinStandardHelpOptions = true)
final class RepairCommand {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    Holdfast common;
}
