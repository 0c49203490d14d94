package holdfast.cli;

import holdfast.vault.Vault;
import holdfast.vault.key.KeySlot;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Command;

/** {@code holdfast key list}. */
@Command(name = "list", description = "Lists the keys. Any role.", mixinStandardHelpOptions = true)
final class KeyListCommand extends VaultCommand {
    @Override
    public Integer call() throws IOException {
        try (Vault vault = open()) {
            for (KeySlot slot : vault.keys()) {
                String role = slot.role().name().toLowerCase(Locale.ROOT);
                String kind = slot.passphrase() ? "password" : "key file";
                if (common().json) {
                    out().println(new Json()
                            .put("id", slot.id())
                            .put("role", role)
                            .put("kind", kind)
                            .put("label", slot.label()));
                } else {
                    out().printf("%-8s  %-10s  %-8s  %s%n", slot.id().substring(0, 8), role, kind, slot.label());
                }
            }
        }
        return ExitCodes.DONE;
    }
}
