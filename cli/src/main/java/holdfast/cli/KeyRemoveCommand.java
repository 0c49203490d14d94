package holdfast.cli;

import holdfast.vault.Vault;
import holdfast.vault.key.KeyRemoval;
import holdfast.vault.key.KeySlot;
import holdfast.vault.key.Signer;
import holdfast.vault.model.Role;
import holdfast.vault.model.Words;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code holdfast key remove}. */
@Command(
        name = "remove",
        description = "Takes a key back: it opens the vault no more, and what it signs from now on counts for nothing."
                + " What it saved stays. Role: owner.",
        mixinStandardHelpOptions = true)
final class KeyRemoveCommand extends VaultCommand {
    @Parameters(
            paramLabel = "ID",
            description = "As 'holdfast key list' shows it, or the signing key; its beginning suffices.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Override
    public Integer call() throws IOException {
        try (Vault vault = open()) {
            KeyRemoval removal = vault.removeKey(id);
            if (common().json) {
                out().println(json(removal));
            } else if (!common().quiet) {
                removal.slots().forEach(this::tell);
                removal.revoked().ifPresent(signer -> tell(signer, removal.snapshots()));
            }
            if (removal.revoked().isEmpty() && removal.slots().getFirst().role() != Role.OWNER) {
                err().println("holdfast: the slot named a signing key that the owner enrolled with another role or"
                        + " label, so somebody wrote it who is not the owner. No signature was taken back: look for the"
                        + " right one in 'holdfast key list' and name it by what it signs as");
            }
        }
        return ExitCodes.DONE;
    }

    private static Json json(KeyRemoval removal) {
        Json object = new Json().put("message_type", "key_removed");
        return removal.slots().stream()
                .findFirst()
                .map(slot -> KeyListCommand.json(object, slot))
                .orElseGet(() -> KeyListCommand.json(object, removal.revoked().orElseThrow()))
                .put("revoked", removal.revoked().isPresent())
                .put("snapshots_kept", removal.snapshots());
    }

    private void tell(KeySlot removed) {
        out().println("key " + removed.id().substring(0, 8) + " of a " + Words.of(removed.role())
                + " opens the vault here no more; copies of the vault elsewhere still have it.");
        String can = stillCan(removed.role());
        if (!can.isEmpty()) {
            out().println("Whoever kept the keys that were in it, or a copy of the slot, can still read " + can);
        }
    }

    /** Mathematics is not undone by deleting a file. */
    private static String stillCan(Role role) {
        return switch (role) {
            case OWNER, READER ->
                "every object of this vault that they get hold of, later ones too: keep them from the store; for what"
                        + " they must never read, make a new vault.";
            case CATALOGUER -> "the names in every object that they get hold of, later ones too.";
            case WRITER -> "";
        };
    }

    private void tell(Signer signer, int snapshots) {
        String who = "what " + KeyListCommand.brief(signer.key())
                + (signer.label().isEmpty() ? "" : " (" + signer.label() + ")") + " signs";
        out().println(
                        signer.revoked().isPresent()
                                ? who + " counted for nothing already: its key was taken back "
                                        + SnapshotsCommand.TIME.format(
                                                signer.revoked().get())
                                : who + " from now on counts for nothing; what it saved stays ("
                                        + snapshots + (snapshots == 1 ? " snapshot" : " snapshots")
                                        + "). 'holdfast copy' takes this to other places.");
        if (signer.role() == Role.WRITER) {
            out().println("To keep its objects out of a served store, take its token back too: 'holdfast store token"
                    + " remove'.");
        }
    }
}
