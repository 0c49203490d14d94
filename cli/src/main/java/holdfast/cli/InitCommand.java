package holdfast.cli;

import holdfast.storage.ObjectStore;
import holdfast.vault.Vault;
import holdfast.vault.model.VaultOptions;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code holdfast init}. */
@Command(
        name = "init",
        description = "Makes a vault. The password or key file given becomes its owner's key.",
        mixinStandardHelpOptions = true)
final class InitCommand extends VaultCommand {
    @Option(
            names = "--chunk-average",
            paramLabel = "BYTES",
            description = "Average length of a chunk, a power of two; fixed for the vault's life.")
    private int chunkAverage = VaultOptions.DEFAULT.chunkAverage();

    @Option(names = "--group-size", paramLabel = "BYTES", description = "How much is compressed together.")
    private int groupTarget = VaultOptions.DEFAULT.groupTarget();

    @Option(names = "--pack-size", paramLabel = "BYTES", description = "Size of the files in the vault.")
    private int packTarget = VaultOptions.DEFAULT.packTarget();

    @Option(names = "--compression", paramLabel = "LEVEL", description = "Level of zstd, 1 to 19.")
    private int compression = VaultOptions.DEFAULT.compression();

    @Option(
            names = "--grace",
            paramLabel = "DURATION",
            description = "How long what nobody seems to need is kept before prune deletes it, such as 24h or 3d; a"
                    + " backup should take less than half of it. Default: 24h.")
    private String grace = "24h";

    @Option(
            names = "--like",
            paramLabel = "VAULT",
            description = "Make it like that one, with its keys and sizes, so that copy moves objects between the two"
                    + " unopened. The password or key file opens that one as its owner, and will open this one.")
    private @Nullable String like;

    @Override
    public Integer call() throws IOException {
        ObjectStore store = store();
        if (like != null) {
            try (Vault other = open(store(like))) {
                other.initAlike(store, new Credentials(common()).existing());
            }
            tell(store, "made a vault in " + store.place() + " like the one in " + like);
            return ExitCodes.DONE;
        }
        VaultOptions options =
                new VaultOptions(chunkAverage, groupTarget, packTarget, compression, Sizes.duration(grace));
        try (Vault made = Vault.create(store, new Credentials(common()).fresh(), options, context())) {
            tell(
                    store,
                    "made a vault in " + store.place() + "; whoever loses all of its "
                            + made.role().name().toLowerCase(Locale.ROOT)
                            + " keys loses what is in it: keep the password or key file in a second place");
        }
        return ExitCodes.DONE;
    }

    private void tell(ObjectStore store, String words) {
        if (common().json) {
            out().println(new Json().put("message_type", "initialized").put("repository", store.place()));
        } else if (!common().quiet) {
            out().println(words);
        }
    }
}
