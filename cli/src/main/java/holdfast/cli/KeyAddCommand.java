package holdfast.cli;

import holdfast.vault.Credential;
import holdfast.vault.KeyFile;
import holdfast.vault.KeySlot;
import holdfast.vault.Role;
import holdfast.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code holdfast key add}. */
@Command(
        name = "add",
        description = "Hands out a key of a role. Role: owner.",
        mixinStandardHelpOptions = true)
final class KeyAddCommand extends VaultCommand {
    @Option(names = "--role", required = true, description = "owner, reader, cataloguer or writer.")
    @SuppressWarnings("NullAway.Init")
    private Role role;

    @Option(
            names = "--new-key-file",
            required = true,
            paramLabel = "FILE",
            description = "The key file to make (or an existing one to let in).")
    @SuppressWarnings("NullAway.Init")
    private Path newKeyFile;

    @Option(names = "--label", description = "What to call it; not secret.")
    private String label = "";

    @Override
    public Integer call() throws IOException {
        KeySlot slot;
        try (Vault vault = open()) {
            Credential credential = Files.exists(newKeyFile)
                    ? KeyFile.read(newKeyFile)
                    : KeyFile.create(newKeyFile, new SecureRandom());
            slot = vault.addKey(role, credential, label);
        }
        if (!common.quiet) {
            out().println("key " + slot.id().substring(0, 8) + " of a "
                    + role.name().toLowerCase(Locale.ROOT) + " is in " + newKeyFile);
        }
        return ExitCodes.DONE;
    }
}
