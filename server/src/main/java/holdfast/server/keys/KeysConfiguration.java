package holdfast.server.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.crypto.FileKeyStore;
import holdfast.crypto.KeyStore;
import holdfast.crypto.MasterSecret;
import holdfast.crypto.Pkcs11KeyStore;
import holdfast.crypto.Secret;
import holdfast.server.platform.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The two key stores of a server: encrypted files in {@code keys/cartridges} and, for the second site, {@code
 * site-b/keys}, each opened by a key file of its own in {@code secrets/}. Both lie on this machine; the evidence says
 * so. Where {@code holdfast.keys.pkcs11.library} names a PKCS#11 module, the first store's keys are wrapped by that
 * module instead ({@code .slot}, from 0; {@code .pin-file}).
 */
@Configuration(proxyBeanMethods = false)
class KeysConfiguration {
    @Bean
    KeyStores keyStores(DataFolder data, InstantSource clock, SecureRandom random, Environment settings)
            throws IOException {
        Path secrets = data.secrets();
        String module = settings.getProperty("holdfast.keys.pkcs11.library", "");
        return new KeyStores(List.of(
                module.isEmpty()
                        ? store(data.keys().resolve("cartridges"), "site-a", secrets.resolve("keys-a"), clock, random)
                        : hardware(Path.of(module), data.keys().resolve("hardware"), settings, clock, random),
                store(data.siteB().resolve("keys"), "site-b", secrets.resolve("keys-b"), clock, random)));
    }

    private static KeyStore hardware(
            Path module, Path folder, Environment settings, InstantSource clock, SecureRandom random)
            throws IOException {
        int slot = settings.getProperty("holdfast.keys.pkcs11.slot", Integer.class, 0);
        Path file = Path.of(settings.getRequiredProperty("holdfast.keys.pkcs11.pin-file"));
        try (Secret pin = Secret.owning(Files.readString(file, UTF_8).strip().getBytes(UTF_8))) {
            return Pkcs11KeyStore.open("site-a", module, slot, pin, folder, clock, random);
        }
    }

    private static KeyStore store(Path folder, String name, Path master, InstantSource clock, SecureRandom random)
            throws IOException {
        MasterSecret secret = new MasterSecret.KeyFile(master);
        return Files.exists(folder.resolve("store"))
                ? FileKeyStore.open(folder, secret, clock, random)
                : FileKeyStore.create(folder, name, secret, clock, random);
    }
}
