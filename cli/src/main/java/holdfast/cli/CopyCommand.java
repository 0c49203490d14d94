package holdfast.cli;

import holdfast.storage.ObjectName;
import holdfast.vault.Vault;
import holdfast.vault.copy.CopyResult;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code holdfast copy}. */
@Command(
        name = "copy",
        description = "Copies what another place lacks of this vault: afterwards it is a replica. Any role.",
        mixinStandardHelpOptions = true)
final class CopyCommand extends VaultCommand {
    @Parameters(
            paramLabel = "DESTINATION",
            description = "A folder or an https:// store: empty, an earlier copy, or one made by init --like.")
    @SuppressWarnings("NullAway.Init")
    private String destination;

    @Override
    public Integer call() throws IOException {
        CopyResult result;
        try (Vault vault = open();
                TerminalProgress.Closing progress = TerminalProgress.of(this, "copied")) {
            result = vault.copy(store(destination), progress.progress());
        }
        for (ObjectName damaged : result.damaged()) {
            err().println("holdfast: not copied: " + damaged + " is damaged: its bytes are not those that it is named"
                    + " for; 'holdfast check' says what that means");
        }
        if (common().json) {
            out().println(new Json()
                    .put("message_type", "summary")
                    .put("objects", result.objects())
                    .put("bytes", result.bytes())
                    .put("present", result.present())
                    .putTexts(
                            "damaged",
                            result.damaged().stream().map(ObjectName::value).toList()));
        } else if (!common().quiet) {
            out().println("copied " + Sizes.count(result.objects(), "object") + ", " + Sizes.bytes(result.bytes())
                    + "; " + result.present() + " were there already");
        }
        return result.damaged().isEmpty() ? ExitCodes.DONE : ExitCodes.DAMAGE;
    }
}
