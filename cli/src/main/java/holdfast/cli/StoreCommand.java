package holdfast.cli;

import picocli.CommandLine.Command;

/** {@code holdfast store}. */
@Command(
        name = "store",
        description = "Serves a folder to other machines, over HTTPS.",
        subcommands = {StoreServeCommand.class, StoreTokenCommand.class},
        mixinStandardHelpOptions = true)
final class StoreCommand {}
