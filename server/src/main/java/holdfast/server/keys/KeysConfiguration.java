package holdfast.server.keys;

import holdfast.crypto.FileKeyStore;
import holdfast.crypto.KeyStore;
import holdfast.crypto.MasterSecret;
import holdfast.server.platform.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The two key stores of a server that was given no others: encrypted files in {@code keys/cartridges} and, for the
 * second site, {@code site-b/keys}. Each is opened by a key file of its own in {@code secrets/}. Both lie on this
 * machine; the evidence says so.
 */
@Configuration(proxyBeanMethods = false)
class KeysConfiguration {
    @Bean
    KeyStores keyStores(DataFolder data, InstantSource clock, SecureRandom random) throws IOException {
        Path secrets = data.secrets();
        return new KeyStores(List.of(
                store(data.keys().resolve("cartridges"), "site-a", secrets.resolve("keys-a"), clock, random),
                store(data.siteB().resolve("keys"), "site-b", secrets.resolve("keys-b"), clock, random)));
    }

    private static KeyStore store(Path folder, String name, Path master, InstantSource clock, SecureRandom random)
            throws IOException {
        MasterSecret secret = new MasterSecret.KeyFile(master);
        return Files.exists(folder.resolve("store"))
                ? FileKeyStore.open(folder, secret, clock, random)
                : FileKeyStore.create(folder, name, secret, clock, random);
    }
}
