package holdfast.cli;

import holdfast.vault.Vault;
import holdfast.vault.key.KeySlot;
import holdfast.vault.model.Role;
import holdfast.vault.model.VaultException;
import holdfast.vault.model.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code holdfast key add}. */
@Command(name = "add", description = "Hands out a key of a role. Role: owner.", mixinStandardHelpOptions = true)
final class KeyAddCommand extends VaultCommand {
    @Option(names = "--role", required = true, description = "owner, reader, cataloguer or writer.")
    @SuppressWarnings("NullAway.Init")
    private Role role;

    @Option(
            names = "--new-key-file",
            paramLabel = "FILE",
            description = "The key file to make, or an existing one to let in. Without it --key-file is that one,"
                    + " and the owner's key is a password or $$HOLDFAST_KEY_FILE.")
    private @Nullable Path newKeyFile;

    @Option(names = "--label", description = "What to call it; not secret.")
    private String label = "";

    @Override
    public Integer call() throws IOException {
        Path made = newKeyFile;
        if (made == null) {
            made = own.keyFile;
            own.keyFile = null;
        }
        if (made == null) {
            throw new ParameterException(spec.commandLine(), "where to put the new key? Give --key-file FILE");
        }
        KeySlot slot;
        try (Vault vault = open()) {
            if (vault.role() != Role.OWNER) { // before a key file is made that would open nothing
                throw new VaultException.NotPermitted("this is a " + Words.of(vault.role())
                        + "'s key: only an owner hands out keys; no key file was made");
            }
            slot = vault.addKey(role, Credentials.readOrCreate(made), label);
        }
        if (common().json) {
            out().println(KeyListCommand.json(new Json().put("message_type", "key_added"), slot)
                    .put("key_file", made.toString()));
        } else if (!common().quiet) {
            out().println("key " + slot.id().substring(0, 8) + " of a "
                    + role.name().toLowerCase(Locale.ROOT) + " is in " + made);
        }
        return ExitCodes.DONE;
    }
}
