package holdfast.vault;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.storage.MemoryStore;
import holdfast.storage.ObjectName;
import holdfast.storage.StoredObject;
import holdfast.vault.backup.BackupRequest;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Progress;
import holdfast.vault.model.Role;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.prune.PruneOptions;
import holdfast.vault.repair.Repair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup relies on what lies in a damaged pack and in a lost index, and both are repaired under it. */
class RepairBesideBackupTest {
    @TempDir
    Path folder;

    @Test
    void aBackupIsWholeAtWhicheverOfItsWritesTheVaultIsRepairedAndPruned() throws IOException {
        Path source = Files.createDirectories(folder.resolve("s"));
        byte[] old = write(source.resolve("old"), 1, 70_000);
        MemoryStore before = new MemoryStore();
        try (Vault owner = TestVaults.create(before)) {
            owner.addKey(Role.WRITER, TestVaults.otherKey(1), "host");
        }
        try (Vault writer = Vault.open(before, TestVaults.otherKey(1), TestVaults.context())) {
            writer.backup(BackupRequest.of(source), Progress.NONE);
        }
        spoilSignature(before);
        byte[] fresh = write(source.resolve("fresh"), 2, 70_000);
        boolean reached = true;
        int at = 0;
        while (reached) {
            MemoryStore store = FailingStore.copyOf(before);
            FailingStore worked = new FailingStore(store, ++at, () -> repairAndPrune(store));
            SnapshotId id;
            try (Vault writer = Vault.open(worked, TestVaults.otherKey(1), TestVaults.context())) {
                id = writer.backup(BackupRequest.of(source), Progress.NONE).snapshot();
            }
            reached = worked.writes.get() >= at;
            repairAndPrune(store);
            try (Vault owner = Vault.open(store, TestVaults.key(), TestVaults.context())) {
                assertThat(owner.check(true, Progress.NONE).sound())
                        .as("write " + at)
                        .isTrue();
                assertThat(dump(owner, id, source.resolve("old"))).isEqualTo(old);
                assertThat(dump(owner, id, source.resolve("fresh"))).isEqualTo(fresh);
            }
        }
        assertThat(at).isGreaterThan(4);
    }

    /** Every pack's bytes are others than its name says, and every group of it is whole. */
    private static void spoilSignature(MemoryStore store) throws IOException {
        List<ObjectName> packs;
        try (Stream<StoredObject> found = store.list("packs/")) {
            packs = found.map(StoredObject::name).toList();
        }
        for (ObjectName pack : packs) {
            byte[] bytes = store.get(pack);
            bytes[bytes.length - 10] ^= 1;
            store.delete(List.of(pack));
            store.put(pack, bytes);
        }
    }

    private static void repairAndPrune(MemoryStore store) throws IOException {
        try (Vault owner = Vault.open(store, TestVaults.key(), TestVaults.context())) {
            Repair repair = owner.repair(Progress.NONE);
            repair.index().run(repair.index().plan(true));
            repair.packs().run(repair.packs().plan(List.of()));
            repair.snapshots().run(repair.snapshots().plan(List.of()), true);
            owner.prune(owner.planPrune(PruneOptions.DEFAULT, Progress.NONE), PruneOptions.DEFAULT, Progress.NONE);
        }
    }

    private static byte[] write(Path file, long seed, int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        Files.write(file, bytes);
        return bytes;
    }

    private static byte[] dump(Vault vault, SnapshotId id, Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        vault.dump(id, FilePath.of(file.toAbsolutePath()), out);
        return out.toByteArray();
    }
}
