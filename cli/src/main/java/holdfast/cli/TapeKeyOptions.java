package holdfast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.crypto.FileKeyStore;
import holdfast.crypto.KeyName;
import holdfast.crypto.KeyStore;
import holdfast.crypto.MasterSecret;
import holdfast.crypto.Secret;
import holdfast.tape.Barcode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the cartridges' keys are. A cartridge in a server's data folder needs none of these options. */
final class TapeKeyOptions {
    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = "The key store. Default: keys/cartridges beside the cartridge's folder.")
    private @Nullable Path keys;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "What opens the key store. Default: secrets/keys-a beside the cartridge's folder.")
    private @Nullable Path keyFile;

    @Option(
            names = {"-p", "--password-file"},
            paramLabel = "FILE",
            description = "The passphrase of a key store that is opened by one: the file's first line.")
    private @Nullable Path passwordFile;

    /** The key store that belongs to an image, if there is one. */
    Optional<KeyStore> store(Path image) throws IOException {
        Path data = Optional.ofNullable(image.toAbsolutePath().getParent())
                .flatMap(folder -> Optional.ofNullable(folder.getParent()))
                .orElse(image.toAbsolutePath().getRoot());
        Path folder = keys == null ? data.resolve("keys/cartridges") : keys;
        if (keys == null && !Files.exists(folder.resolve("store"))) {
            return Optional.empty();
        }
        return Optional.of(FileKeyStore.open(folder, master(data), Clock.systemUTC(), new SecureRandom()));
    }

    private MasterSecret master(Path data) throws IOException {
        if (passwordFile != null) {
            String first =
                    Files.readAllLines(passwordFile, UTF_8).stream().findFirst().orElse("");
            return new MasterSecret.Passphrase(Secret.owning(first.getBytes(UTF_8)));
        }
        return new MasterSecret.KeyFile(keyFile == null ? data.resolve("secrets/keys-a") : keyFile);
    }

    /** Under which name a server keeps a cartridge's key. */
    static KeyName name(Barcode cartridge) {
        return new KeyName("cartridge." + cartridge);
    }

    /** What stands in the key store's journal about a use from here. */
    static String purpose(String command) {
        return "holdfast " + command + " by " + System.getProperty("user.name", "somebody");
    }
}
