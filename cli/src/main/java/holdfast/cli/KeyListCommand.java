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
                if (common().json) {
                    out().println(json(new Json(), slot));
                } else {
                    out().printf(
                                    "%-8s  %-10s  %-8s  %s%n",
                                    slot.id().substring(0, 8), role(slot), kind(slot), slot.label());
                }
            }
        }
        return ExitCodes.DONE;
    }

    static Json json(Json object, KeySlot slot) {
        return object.put("id", slot.id())
                .put("role", role(slot))
                .put("kind", kind(slot))
                .put("label", slot.label());
    }

    private static String role(KeySlot slot) {
        return slot.role().name().toLowerCase(Locale.ROOT);
    }

    private static String kind(KeySlot slot) {
        return slot.passphrase() ? "password" : "key file";
    }
}
