package holdfast.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.storage.MemoryStore;
import holdfast.storage.ObjectName;
import holdfast.storage.StoredObject;
import holdfast.vault.backup.BackupRequest;
import holdfast.vault.key.ObjectKind;
import holdfast.vault.key.Signed;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Hashes;
import holdfast.vault.model.Progress;
import holdfast.vault.model.Role;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultException;
import holdfast.vault.pack.OpenState;
import holdfast.vault.prune.PruneOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An object that cannot be read keeps prune from its work; prune names the way on, and that way leads on. */
class UnreadableTest {
    private static final byte[] BYTES = new byte[50_000];

    @TempDir
    Path folder;

    private Instant now = TestVaults.NOW;
    private final MemoryStore store = new MemoryStore(() -> now);
    private Vault owner;
    private SnapshotId broken;
    private SnapshotId sound;

    @BeforeEach
    void save() throws IOException {
        owner = TestVaults.create(store);
        Files.write(folder.resolve("f"), BYTES);
        broken = owner.backup(BackupRequest.of(folder), Progress.NONE).snapshot();
        sound = owner.backup(BackupRequest.of(folder), Progress.NONE).snapshot();
    }

    @Test
    void aDamagedSnapshotIsForgottenByItsName() throws IOException {
        flip(broken.objectName());
        assertThatThrownBy(this::prune)
                .isInstanceOf(VaultException.Damaged.class)
                .hasMessageContaining("from a copy of the vault")
                .hasMessageContaining("'holdfast forget " + broken.brief() + "'");
        assertThatThrownBy(() -> owner.snapshot(broken.brief())).isInstanceOf(VaultException.NotFound.class);
        owner.forget(List.of(owner.forgettable(broken.brief())));
        pruneAndFindAllWell();
        assertThat(store.exists(broken.objectName())).isFalse();
        assertThatThrownBy(() -> owner.forgettable(broken.brief())).isInstanceOf(VaultException.NotFound.class);
    }

    @Test
    void aSnapshotThatACapturedWriterSignedAndNobodyCanReadIsForgottenByItsName() throws IOException {
        owner.addKey(Role.WRITER, TestVaults.otherKey(1), "captured");
        OpenState captured = TestVaults.state(store, TestVaults.otherKey(1));
        byte[] junk = Signed.seal(
                ObjectKind.SNAPSHOT.start(captured.config().vaultId()).raw(new byte[2000]),
                captured.keys().signing());
        SnapshotId id = SnapshotId.at(Hashes.sha256(junk), 0);
        store.put(id.objectName(), junk);
        assertThatThrownBy(this::prune).hasMessageContaining("'holdfast forget " + id.brief() + "'");
        owner.forget(List.of(owner.forgettable(id.hex())));
        pruneAndFindAllWell();
        assertThat(store.exists(id.objectName())).isFalse();
    }

    @Test
    void aDamagedForgetMarkIsDeletedByTheRepairThatIsNamed() throws IOException {
        owner.forget(List.of(broken));
        flip(first("forgotten/"));
        assertThatThrownBy(this::prune).hasMessageContaining("'holdfast repair snapshots --forget' deletes it");
        var snapshots = owner.repair(Progress.NONE).snapshots();
        snapshots.run(snapshots.plan(List.of()), true);
        pruneAndFindAllWell();
    }

    @Test
    void aDamagedIndexPartOrDeletionMarkIsDeletedByTheRepairThatIsNamed() throws IOException {
        flip(first("index/"));
        repairTheIndexAsPruneSays();
        Files.write(folder.resolve("g"), new byte[] {1});
        SnapshotId gone = owner.backup(BackupRequest.of(folder), Progress.NONE).snapshot();
        owner.forget(List.of(gone));
        now = now.plus(TestVaults.SMALL.grace());
        prune();
        flip(first("doomed/"));
        repairTheIndexAsPruneSays();
    }

    private void repairTheIndexAsPruneSays() throws IOException {
        assertThatThrownBy(this::prune).hasMessageContaining("'holdfast repair index' deletes it");
        var index = owner.repair(Progress.NONE).index();
        index.run(index.plan(false));
        pruneAndFindAllWell();
    }

    @Test
    void aDamagedEnrolmentOrRevocationIsToBeBroughtBackOrSaidAgain() throws IOException {
        var slot = owner.addKey(Role.WRITER, TestVaults.otherKey(1), "host");
        byte[] enrolment = store.get(first("enrolled/"));
        ObjectName name = first("enrolled/");
        flip(name);
        assertThatThrownBy(this::prune).hasMessageContaining("only if all is to be given up that the key signed");
        assertThatThrownBy(() -> owner.removeKey(slot.id())).isInstanceOf(VaultException.Damaged.class);
        store.put(name, enrolment);
        owner.removeKey(slot.id());
        flip(first("revoked/"));
        assertThatThrownBy(this::prune).hasMessageContaining("'holdfast key remove'");
        store.delete(first("revoked/"));
        owner.removeKey(slot.signer().toString());
        pruneAndFindAllWell();
    }

    private void pruneAndFindAllWell() throws IOException {
        for (int i = 0; i < 4; i++) {
            now = now.plus(TestVaults.SMALL.grace());
            prune();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        owner.dump(sound, FilePath.of(folder.resolve("f")), out);
        assertThat(out.toByteArray()).isEqualTo(BYTES);
        assertThat(owner.check(true, Progress.NONE).sound()).isTrue();
    }

    private void prune() throws IOException {
        owner.prune(owner.planPrune(PruneOptions.DEFAULT, Progress.NONE), PruneOptions.DEFAULT, Progress.NONE);
    }

    private ObjectName first(String prefix) {
        try (Stream<StoredObject> all = store.list(prefix)) {
            return all.findFirst().orElseThrow().name();
        }
    }

    private void flip(ObjectName name) throws IOException {
        byte[] bytes = store.get(name);
        bytes[bytes.length / 2] ^= 1;
        store.put(name, bytes);
    }
}
