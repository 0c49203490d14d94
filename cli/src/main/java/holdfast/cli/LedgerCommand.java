package holdfast.cli;

import picocli.CommandLine.Command;

/** {@code holdfast ledger …}: what concerns a ledger's folder. */
@Command(
        name = "ledger",
        description = "Verifies a ledger offline.",
        subcommands = LedgerVerifyCommand.class,
        mixinStandardHelpOptions = true)
final class LedgerCommand {}
