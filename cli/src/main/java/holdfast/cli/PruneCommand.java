package holdfast.cli;

import holdfast.vault.Vault;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code holdfast prune}. */
@Command(
        name = "prune",
        description = {
            "Frees what no snapshot needs, in two visits: what is found not to be needed is marked, and deleted by a"
                    + " prune after the vault's grace time. Backups may run meanwhile. Role: owner."
        },
        mixinStandardHelpOptions = true)
final class PruneCommand extends VaultCommand {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private PruneSwitches switches;

    @Override
    public Integer call() throws IOException {
        try (Vault vault = open()) {
            return new PruneWork(this, switches).run(vault);
        }
    }
}
