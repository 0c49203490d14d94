package holdfast.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command on a vault; they may stand before the subcommand too. */
final class CommonOptions {
    @Option(
            names = {"-r", "--repo"},
            paramLabel = "VAULT",
            description =
                    "Where the vault is: a folder, or https://HOST:PORT/ of a store. Default: $$HOLDFAST_REPOSITORY.")
    @Nullable
    String repository;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "Open the vault with this key file instead of a password. Default: $$HOLDFAST_KEY_FILE.")
    @Nullable
    Path keyFile;

    @Option(
            names = {"-p", "--password-file"},
            paramLabel = "FILE",
            description = "Read the password from a file. Default: $$HOLDFAST_PASSWORD_FILE, then"
                    + " $$HOLDFAST_PASSWORD_COMMAND, $$HOLDFAST_PASSWORD, the terminal.")
    @Nullable
    Path passwordFile;

    @Option(
            names = "--stores",
            paramLabel = "FILE",
            description = "Tokens and fingerprints of stores, one 'URL TOKEN sha256:FINGERPRINT' a line. Default:"
                    + " $$HOLDFAST_STORES, then holdfast/stores of the user's configuration.")
    @Nullable
    Path stores;

    @Option(
            names = "--cache-dir",
            paramLabel = "DIR",
            description =
                    "Where to remember files between backups. Default: $$HOLDFAST_CACHE_DIR, then the user's cache.")
    @Nullable
    Path cacheFolder;

    @Option(names = "--no-cache", description = "Remember nothing between backups.")
    boolean noCache;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but what went wrong.")
    boolean quiet;

    @Option(names = "--json", description = "JSON on standard output, one object a line.")
    boolean json;

    /** These, and where they say nothing, those. */
    CommonOptions orElse(CommonOptions others) {
        CommonOptions merged = new CommonOptions();
        merged.repository = repository == null ? others.repository : repository;
        merged.keyFile = keyFile == null ? others.keyFile : keyFile;
        merged.passwordFile = passwordFile == null ? others.passwordFile : passwordFile;
        merged.stores = stores == null ? others.stores : stores;
        merged.cacheFolder = cacheFolder == null ? others.cacheFolder : cacheFolder;
        merged.noCache = noCache || others.noCache;
        merged.quiet = quiet || others.quiet;
        merged.json = json || others.json;
        return merged;
    }
}
