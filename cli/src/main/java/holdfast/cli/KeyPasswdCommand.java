package holdfast.cli;

import holdfast.storage.DeleteRefusedException;
import holdfast.vault.Vault;
import holdfast.vault.key.KeySlot;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code holdfast key passwd}. */
@Command(
        name = "passwd",
        aliases = "rotate",
        description = "Puts a new password or key file in the place of the one that is given; no data is written anew."
                + " Any role.",
        mixinStandardHelpOptions = true)
final class KeyPasswdCommand extends VaultCommand {
    @Option(
            names = "--new-key-file",
            paramLabel = "FILE",
            description = "The key file to make, or an existing one, that opens from now on.")
    private @Nullable Path newKeyFile;

    @Option(
            names = "--new-password-file",
            paramLabel = "FILE",
            description = "Read the new password from a file. Default: the terminal, twice.")
    private @Nullable Path newPasswordFile;

    @Override
    public Integer call() throws IOException {
        try (Vault vault = open()) {
            KeySlot changed = vault.changeKey(Credentials.next(newKeyFile, newPasswordFile));
            if (common().json) {
                out().println(KeyListCommand.json(new Json().put("message_type", "key_changed"), changed));
            } else if (!common().quiet) {
                out().println("the vault opens by the new key " + changed.id().substring(0, 8)
                        + ", and by the old one no more. Whoever knew the old one and kept a copy of the vault's keys/"
                        + " still reads: the vault's own keys are the same.");
            }
        } catch (DeleteRefusedException e) {
            err().println("holdfast: the new key opens, but the old one still does: " + e.getMessage()
                    + "; have an owner remove it with 'holdfast key remove'");
            return ExitCodes.NOT_PERMITTED;
        }
        return ExitCodes.DONE;
    }
}
