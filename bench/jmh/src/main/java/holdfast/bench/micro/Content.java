package holdfast.bench.micro;

import holdfast.crypto.Secret;
import holdfast.storage.MemoryStore;
import holdfast.vault.cut.Cutter;
import holdfast.vault.key.ObjectKind;
import holdfast.vault.key.VaultConfig;
import holdfast.vault.key.VaultKeys;
import holdfast.vault.model.VaultContext;
import holdfast.vault.model.VaultException;
import holdfast.vault.model.VaultOptions;
import holdfast.vault.pack.OpenState;
import holdfast.vault.pack.PackKind;
import holdfast.vault.pack.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A file's content as it lies in memory, and a vault with the default sizes that takes it. */
@State(Scope.Benchmark)
public class Content {
    private static final long SEED = 28;

    @Param("")
    public String file = "";

    byte[] bytes = {};
    /** The lengths of its chunks, in their order. */
    int[] chunks = {};
    /** The same bytes by groups, as a pack's stream fills them. */
    List<byte[]> groups = List.of();

    OpenState vault = emptyVault();
    Session session = new Session(PackKind.CONTENT, vault.config().reader(), random());

    @Setup
    public void read() throws IOException {
        bytes = Files.readAllBytes(Path.of(file));
        chunks = cut(vault.cutter(), bytes);
        int target = vault.config().options().groupTarget();
        List<byte[]> filled = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += target) {
            filled.add(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + target)));
        }
        groups = filled;
    }

    private static int[] cut(Cutter cutter, byte[] bytes) {
        List<Integer> lengths = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += lengths.getLast()) {
            lengths.add(cutter.cut(bytes, at, bytes.length));
        }
        return lengths.stream().mapToInt(Integer::intValue).toArray();
    }

    private static OpenState emptyVault() {
        VaultKeys keys = VaultKeys.generate(random());
        byte[] config = VaultConfig.encode(
                new byte[ObjectKind.VAULT_ID_BYTES],
                VaultOptions.DEFAULT,
                keys.reader().orElseThrow().recipient(),
                keys.cataloguer().orElseThrow().recipient(),
                keys.signing());
        VaultContext context = VaultContext.of(() -> Instant.EPOCH, random());
        try {
            return OpenState.of(new MemoryStore(), context, VaultConfig.decode(config), keys);
        } catch (VaultException e) {
            throw new IllegalStateException("the config was encoded a line above", e);
        }
    }

    /** The same keys in every run, and so the same cuts. */
    private static SecureRandom random() {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(SEED);
            return random;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA1PRNG", e);
        }
    }

    /** A key that protects nothing. */
    static Secret key() {
        return Secret.random(random(), 32);
    }
}
