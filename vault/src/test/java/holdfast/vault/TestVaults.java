package holdfast.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.crypto.Secret;
import holdfast.storage.ObjectStore;
import holdfast.storage.StoredObject;
import holdfast.vault.key.Slots;
import holdfast.vault.key.VaultConfig;
import holdfast.vault.key.VaultKeys;
import holdfast.vault.model.Credential;
import holdfast.vault.model.VaultContext;
import holdfast.vault.model.VaultOptions;
import holdfast.vault.pack.OpenState;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Vaults for tests: small sizes, so that little data makes many chunks, groups and packs. */
final class TestVaults {
    static final VaultOptions SMALL = new VaultOptions(1 << 10, 8 << 10, 32 << 10, 3);
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);

    /**
     * What a backup of unchanged files may put at most: the list of the folder above them, which belongs to every
     * program of this machine and may have changed.
     */
    static final long NOTHING_OF_OURS = 300;

    private TestVaults() {}

    static VaultContext context() {
        return VaultContext.of(() -> NOW, new SecureRandom());
    }

    /** A key file's key: no slow derivation in tests that are not about it. */
    static Credential key() {
        return new Credential.FileKey(Secret.copyOf(KEY));
    }

    static Credential otherKey(int number) {
        byte[] other = KEY.clone();
        other[0] = (byte) number;
        return new Credential.FileKey(Secret.owning(other));
    }

    static Vault create(ObjectStore store) throws IOException {
        return Vault.create(store, key(), SMALL, context());
    }

    /** What somebody with this credential has in hand, whatever program they use. */
    static OpenState state(ObjectStore store, Credential credential) throws IOException {
        VaultConfig config = VaultConfig.decode(store.get(VaultConfig.NAME));
        try (Stream<StoredObject> slots = store.list(Slots.PREFIX)) {
            for (StoredObject slot : slots.toList()) {
                Optional<VaultKeys> keys = Slots.open(slot.name(), store.get(slot.name()), config, credential);
                if (keys.isPresent()) {
                    return OpenState.of(store, context(), config, keys.get());
                }
            }
        }
        throw new AssertionError("no slot opens");
    }
}
