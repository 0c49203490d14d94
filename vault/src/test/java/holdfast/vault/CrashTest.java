package holdfast.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.storage.ByteSource;
import holdfast.storage.MemoryStore;
import holdfast.storage.ObjectName;
import holdfast.storage.ObjectStore;
import holdfast.storage.StoredObject;
import holdfast.vault.backup.BackupRequest;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Progress;
import holdfast.vault.model.SnapshotId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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
            ended = backupEndingAt(copyOf(store), ++writes, source, kept, bytes);
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
                assertThat(failing.puts.get()).isGreaterThanOrEqualTo(write);
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

    private static MemoryStore copyOf(MemoryStore store) throws IOException {
        MemoryStore copy = new MemoryStore();
        try (Stream<StoredObject> all = store.list("")) {
            for (StoredObject object : all.toList()) {
                copy.put(object.name(), store.get(object.name()));
            }
        }
        return copy;
    }

    /** Fails the given put and every one after it, as a process that died. */
    private static final class FailingStore implements ObjectStore {
        private final MemoryStore store;
        private final int failAt;
        final AtomicInteger puts = new AtomicInteger();

        FailingStore(MemoryStore store, int failAt) {
            this.store = store;
            this.failAt = failAt;
        }

        private interface Work {
            void run() throws IOException;
        }

        boolean wouldFail(Work work) {
            try {
                work.run();
                return false;
            } catch (IOException e) {
                return true;
            }
        }

        @Override
        public void put(ObjectName name, ByteSource bytes) throws IOException {
            if (puts.incrementAndGet() >= failAt) {
                throw new IOException("the power went");
            }
            store.put(name, bytes);
        }

        @Override
        public InputStream open(ObjectName name) throws IOException {
            return store.open(name);
        }

        @Override
        public byte[] get(ObjectName name, long offset, int length) throws IOException {
            return store.get(name, offset, length);
        }

        @Override
        public boolean exists(ObjectName name) {
            return store.exists(name);
        }

        @Override
        public Stream<StoredObject> list(String prefix) {
            return store.list(prefix);
        }

        @Override
        public void delete(Collection<ObjectName> names) {
            store.delete(names);
        }

        @Override
        public Instant now() {
            return store.now();
        }

        @Override
        public String place() {
            return store.place();
        }
    }
}
