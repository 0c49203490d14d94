package holdfast.cli;

import holdfast.vault.Vault;
import holdfast.vault.key.KeySlot;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code holdfast key remove}. */
@Command(
        name = "remove",
        description = "Takes a key back: it opens the vault no more. Role: owner.",
        mixinStandardHelpOptions = true)
final class KeyRemoveCommand extends VaultCommand {
    @Parameters(paramLabel = "ID", description = "As 'holdfast key list' shows it; its beginning suffices.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Override
    public Integer call() throws IOException {
        try (Vault vault = open()) {
            KeySlot removed = vault.removeKey(id);
            if (common().json) {
                out().println(KeyListCommand.json(new Json().put("message_type", "key_removed"), removed));
            } else if (!common().quiet) {
                out().println("key " + removed.id().substring(0, 8) + " of a "
                        + removed.role().name().toLowerCase(Locale.ROOT)
                        + " opens the vault here no more; copies of the vault elsewhere still have it.");
                out().println(stillCan(removed));
            }
        }
        return ExitCodes.DONE;
    }

    /** Mathematics is not undone by deleting a file. */
    private static String stillCan(KeySlot removed) {
        String kept = "Whoever kept the keys that were in it, or a copy of the slot, ";
        return kept
                + switch (removed.role()) {
                    case OWNER, READER ->
                        "can still read every object of this vault that they get hold of, later ones too: keep them"
                                + " from the store; for what they must never read, make a new vault.";
                    case CATALOGUER ->
                        "can still read the names in every object that they get hold of, later ones too.";
                    case WRITER ->
                        "can still sign snapshots, if the store still lets them put: take their token back with"
                                + " 'holdfast store token remove'.";
                };
    }
}
