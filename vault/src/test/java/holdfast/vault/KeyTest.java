package holdfast.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.storage.MemoryStore;
import holdfast.storage.ObjectName;
import holdfast.storage.StoredObject;
import holdfast.vault.backup.BackupRequest;
import holdfast.vault.copy.CopyResult;
import holdfast.vault.key.KeySlot;
import holdfast.vault.key.Slots;
import holdfast.vault.model.Credential;
import holdfast.vault.model.Progress;
import holdfast.vault.model.Role;
import holdfast.vault.model.VaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that are taken back or changed, and what somebody without an owner's tries. */
class KeyTest {
    @TempDir
    Path folder;

    private final MemoryStore store = new MemoryStore();

    @SuppressWarnings("NullAway.Init")
    private Vault owner;

    @BeforeEach
    void makeVault() throws IOException {
        Files.writeString(folder.resolve("f"), "the very bytes", UTF_8);
        owner = TestVaults.create(store);
    }

    private Vault open(Credential credential) throws IOException {
        return Vault.open(store, credential, TestVaults.context());
    }

    @Test
    void aRemovedKeyOpensNoMoreAndWhatItSavedStays() throws IOException {
        KeySlot slot = owner.addKey(Role.WRITER, TestVaults.otherKey(1), "one");
        try (Vault writer = open(TestVaults.otherKey(1))) {
            writer.backup(BackupRequest.of(folder), Progress.NONE);
        }
        owner.removeKey(slot.id().substring(0, 8));
        assertThatThrownBy(() -> open(TestVaults.otherKey(1))).isInstanceOf(VaultException.WrongCredential.class);
        assertThat(owner.snapshots()).hasSize(1);
        assertThat(owner.keys()).hasSize(1);
    }

    @Test
    void theKeyThatOpenedTheVaultIsNotRemovedEvenIfAnotherSlotClaimsToBeAnOwners() throws IOException {
        KeySlot first = owner.keys().getFirst();
        // Role and label stand in clear, and anybody can write them: a slot that no key opens.
        byte[] claimed = store.get(new ObjectName(Slots.PREFIX + first.id()));
        claimed[claimed.length - 1] ^= 1;
        store.put(Slots.name(claimed), claimed);
        assertThat(owner.keys()).extracting(KeySlot::role).containsExactly(Role.OWNER, Role.OWNER);
        assertThatThrownBy(() -> owner.removeKey(first.id())).hasMessageContaining("opened with");
        open(TestVaults.key()).close();
    }

    @Test
    void aChangedKeyOpensAndTheOldOneNoMoreWithoutAByteOfDataWritten() throws IOException {
        owner.backup(BackupRequest.of(folder), Progress.NONE);
        long packs = count("packs/");
        owner.changeKey(TestVaults.otherKey(2));
        assertThatThrownBy(() -> open(TestVaults.key())).isInstanceOf(VaultException.WrongCredential.class);
        try (Vault again = open(TestVaults.otherKey(2))) {
            assertThat(again.role()).isEqualTo(Role.OWNER);
            assertThat(again.check(true, Progress.NONE).findings()).isEmpty();
        }
        assertThat(count("packs/")).isEqualTo(packs);
    }

    @Test
    void onlyAnOwnerTakesKeysBackOrMakesAVaultAlike() throws IOException {
        owner.addKey(Role.WRITER, TestVaults.otherKey(1), "one");
        KeySlot reader = owner.addKey(Role.READER, TestVaults.otherKey(2), "two");
        try (Vault writer = open(TestVaults.otherKey(1))) {
            assertThatThrownBy(() -> writer.removeKey(reader.id())).isInstanceOf(VaultException.NotPermitted.class);
            assertThatThrownBy(() -> writer.initAlike(new MemoryStore(), TestVaults.otherKey(1)))
                    .isInstanceOf(VaultException.NotPermitted.class);
            writer.changeKey(TestVaults.otherKey(3));
        }
        try (Vault writer = open(TestVaults.otherKey(3))) {
            assertThat(writer.role()).isEqualTo(Role.WRITER);
        }
    }

    @Test
    void objectsMoveUnopenedBothWaysBetweenVaultsMadeAlike() throws IOException {
        MemoryStore other = new MemoryStore();
        owner.initAlike(other, TestVaults.key());
        owner.backup(BackupRequest.of(folder), Progress.NONE);
        try (Vault alike = Vault.open(other, TestVaults.key(), TestVaults.context())) {
            assertThat(alike.snapshots()).isEmpty();
            Files.writeString(folder.resolve("g"), "other bytes", UTF_8);
            alike.backup(BackupRequest.of(folder), Progress.NONE);
            assertThat(owner.copy(other, Progress.NONE).damaged()).isEmpty();
            assertThat(alike.copy(store, Progress.NONE).damaged()).isEmpty();
            assertThat(alike.snapshots()).hasSize(2);
            assertThat(alike.check(true, Progress.NONE).findings()).isEmpty();
        }
        assertThat(owner.snapshots()).hasSize(2);
        assertThat(owner.check(true, Progress.NONE).findings()).isEmpty();
        assertThatThrownBy(() -> owner.initAlike(other, TestVaults.key())).hasMessageContaining("empty place");
    }

    @Test
    void aDamagedPackIsNamedAndTheRestIsCopied() throws IOException {
        owner.backup(BackupRequest.of(folder), Progress.NONE);
        ObjectName pack;
        try (Stream<StoredObject> packs = store.list("packs/")) {
            pack = packs.findFirst().orElseThrow().name();
        }
        byte[] bytes = store.get(pack);
        bytes[30] ^= 1;
        store.put(pack, bytes);
        MemoryStore other = new MemoryStore();
        CopyResult copied = owner.copy(other, Progress.NONE);
        assertThat(copied.damaged()).containsExactly(pack);
        assertThat(other.exists(pack)).isFalse();
        assertThat(copied.objects()).isEqualTo(count("") - 1);
    }

    private long count(String prefix) throws IOException {
        try (Stream<StoredObject> all = store.list(prefix)) {
            return all.count();
        }
    }
}
