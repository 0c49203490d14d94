package holdfast.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.storage.MemoryStore;
import holdfast.vault.backup.BackupRequest;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Progress;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultException;
import holdfast.vault.prune.PruneOptions;
import holdfast.vault.prune.PruneResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vault over HTTP whose server lists what was, or gives other bytes: told, and nothing is lost. */
class UnfaithfulServerTest {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private UnfaithfulServer server;

    @SuppressWarnings("NullAway.Init")
    private Vault vault;

    private byte[] content = new byte[0];

    @BeforeEach
    void makeVault() throws IOException {
        server = new UnfaithfulServer(folder.resolve("served"));
        vault = TestVaults.create(server.client());
        content = new byte[100_000];
        new Random(1).nextBytes(content);
        Files.createDirectories(folder.resolve("source"));
        Files.write(file(), content);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void backupsThatDoNotSeeOneAnotherAreBothWhole() throws IOException {
        server.freezeListing();
        SnapshotId first = save(vault);
        SnapshotId second = save(reopened());
        server.beHonest();
        assertThat(dump(first)).isEqualTo(content);
        assertThat(dump(second)).isEqualTo(content);
        assertThat(vault.check(true, Progress.NONE).sound()).isTrue();
    }

    @Test
    void aCheckThatDoesNotSeeTheNewestFindsNoDamage() throws IOException {
        save(vault);
        server.freezeListing();
        save(reopened());
        assertThat(reopened().check(true, Progress.NONE).sound()).isTrue();
    }

    @Test
    void aPruneThatDoesNotSeeABackupDeletesNothingThatItNeeds() throws IOException {
        vault.forget(List.of(save(vault)));
        age();
        server.freezeListing();
        SnapshotId unseen = save(Vault.open(server.folder, TestVaults.key(), TestVaults.context()));
        PruneResult blind = prune();
        assertThat(blind.packsMarked()).isPositive();
        assertThat(blind.packsDeleted()).isZero();
        server.beHonest();
        age();
        assertThat(prune().packsDeleted()).isZero();
        assertThat(dump(unseen)).isEqualTo(content);
        assertThat(vault.check(true, Progress.NONE).sound()).isTrue();
    }

    @Test
    void aCopyThatDoesNotSeeTheNewestIsWholeAndIsCompletedLater() throws IOException {
        SnapshotId first = save(vault);
        server.freezeListing();
        SnapshotId second = save(reopened());
        MemoryStore replica = new MemoryStore();
        reopened().copy(replica, Progress.NONE);
        try (Vault copied = Vault.open(replica, TestVaults.key(), TestVaults.context())) {
            assertThat(copied.snapshots()).extracting(snapshot -> snapshot.id()).containsExactly(first);
            assertThat(copied.check(true, Progress.NONE).sound()).isTrue();
        }
        server.beHonest();
        vault.copy(replica, Progress.NONE);
        try (Vault copied = Vault.open(replica, TestVaults.key(), TestVaults.context())) {
            assertThat(copied.snapshots())
                    .extracting(snapshot -> snapshot.id())
                    .containsExactlyInAnyOrder(first, second);
        }
    }

    @Test
    void otherOrFewerBytesAreToldAsDamageAndNothingIsLost() throws IOException {
        SnapshotId saved = save(vault);
        for (UnaryOperator<byte[]> lie :
                List.<UnaryOperator<byte[]>>of(UnfaithfulServerTest::flipped, UnfaithfulServerTest::shortened)) {
            for (String kind : List.of("packs/", "index/", "snapshots/")) {
                server.lieAbout(kind, lie);
                assertThat(reopened().check(true, Progress.NONE).sound())
                        .as(kind)
                        .isFalse();
            }
            server.lieAbout("packs/", lie);
            assertThatThrownBy(() -> dump(saved)).isInstanceOf(VaultException.Damaged.class);
            server.lieAbout("snapshots/", lie);
            assertThatThrownBy(() -> dump(saved)).isInstanceOf(VaultException.Damaged.class);
            server.beHonest();
            assertThat(dump(saved)).isEqualTo(content);
        }
        assertThat(reopened().check(true, Progress.NONE).findings()).isEmpty();
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] other = bytes.clone();
        other[other.length / 2] ^= 1;
        return other;
    }

    private static byte[] shortened(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private Vault reopened() throws IOException {
        return Vault.open(server.client(), TestVaults.key(), TestVaults.context());
    }

    private SnapshotId save(Vault into) throws IOException {
        return into.backup(BackupRequest.of(folder.resolve("source")), Progress.NONE)
                .snapshot();
    }

    private byte[] dump(SnapshotId snapshot) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Vault fresh = reopened()) {
            fresh.dump(snapshot, FilePath.of(file()), bytes);
        }
        return bytes.toByteArray();
    }

    private PruneResult prune() throws IOException {
        try (Vault fresh = reopened()) {
            return fresh.prune(
                    fresh.planPrune(PruneOptions.DEFAULT, Progress.NONE), PruneOptions.DEFAULT, Progress.NONE);
        }
    }

    /** Everything was put longer ago than the grace time. */
    private void age() throws IOException {
        FileTime then = FileTime.from(
                server.folder.now().minus(TestVaults.SMALL.grace()).minus(Duration.ofHours(1)));
        try (Stream<Path> all = Files.walk(folder.resolve("served"))) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(each, then);
            }
        }
    }

    private Path file() {
        return folder.resolve("source/file");
    }
}
