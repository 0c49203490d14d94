package holdfast.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.storage.MemoryStore;
import holdfast.vault.backup.BackupRequest;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Progress;
import holdfast.vault.model.SnapshotId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup broken off at every single write: nothing that was reported as saved is lost. */
class CrashTest {
    @TempDir
    Path folder;

    @Test
    void aBackupThatEndsAtAnyWriteLosesNothingSavedBefore() throws IOException {
        Path source = Files.createDirectories(folder.resolve("s"));
        byte[] bytes = randomBytes(1, 60_000);
        Files.write(source.resolve("kept"), bytes);
        MemoryStore store = new MemoryStore();
        SnapshotId kept;
        try (Vault vault = TestVaults.create(store)) {
            kept = vault.backup(BackupRequest.of(source), Progress.NONE).snapshot();
        }
        Files.write(source.resolve("new"), randomBytes(2, 150_000));
        int writes = 0;
        boolean ended = false;
        while (!ended) {
            ended = backupEndingAt(FailingStore.copyOf(store), ++writes, source, kept, bytes);
        }
        assertThat(writes).isGreaterThan(5);
    }

    /** True if the backup was through before that write. */
    private boolean backupEndingAt(MemoryStore store, int write, Path source, SnapshotId kept, byte[] bytes)
            throws IOException {
        FailingStore failing = new FailingStore(store, write);
        boolean through = false;
        try (Vault vault = Vault.open(failing, TestVaults.key(), TestVaults.context())) {
            if (failing.wouldFail(() -> vault.backup(BackupRequest.of(source), Progress.NONE))) {
                assertThat(failing.writes.get()).isGreaterThanOrEqualTo(write);
            } else {
                through = true;
            }
        }
        try (Vault vault = Vault.open(store, TestVaults.key(), TestVaults.context())) {
            assertThat(vault.check(true, Progress.NONE).sound()).isTrue();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            vault.dump(kept, FilePath.of(source.resolve("kept").toAbsolutePath()), out);
            assertThat(out.toByteArray()).isEqualTo(bytes);
            vault.backup(BackupRequest.of(source), Progress.NONE);
            assertThat(vault.snapshots()).hasSize(through ? 3 : 2);
        }
        return through;
    }

    @Test
    void whatTheStoreSaysIsPassedOn() throws IOException {
        MemoryStore store = new MemoryStore();
        TestVaults.create(store).close();
        Files.write(folder.resolve("f"), new byte[10]);
        try (Vault vault = Vault.open(new FailingStore(store, 1), TestVaults.key(), TestVaults.context())) {
            assertThatThrownBy(() -> vault.backup(BackupRequest.of(folder), Progress.NONE))
                    .hasMessageContaining("the power went");
        }
    }

    private static byte[] randomBytes(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
