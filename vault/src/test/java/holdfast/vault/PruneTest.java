package holdfast.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.storage.MemoryStore;
import holdfast.storage.StoredObject;
import holdfast.vault.backup.BackupRequest;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Progress;
import holdfast.vault.model.Role;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultException;
import holdfast.vault.prune.PruneOptions;
import holdfast.vault.prune.PrunePlan;
import holdfast.vault.prune.PruneResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is forgotten is freed, after the grace time and not before; what is not forgotten stays. */
class PruneTest {
    private static final Duration GRACE = TestVaults.SMALL.grace();

    @TempDir
    Path folder;

    private Instant now = TestVaults.NOW;
    private final MemoryStore store = new MemoryStore(() -> now);
    private Vault owner;
    private Path source;

    @BeforeEach
    void makeVault() throws IOException {
        owner = TestVaults.create(store);
        source = Files.createDirectories(folder.resolve("s"));
    }

    @Test
    void whatIsForgottenIsFreedAfterTheGraceTimeAndNotBefore() throws IOException {
        write("gone", 1, 200_000);
        SnapshotId first = save(owner);
        Files.delete(source.resolve("gone"));
        byte[] kept = write("kept", 2, 100_000);
        SnapshotId second = save(owner);
        owner.forget(List.of(first));
        assertThat(owner.snapshots()).extracting(s -> s.id()).containsExactly(second);
        now = now.plus(GRACE);
        PruneResult marked = prune();
        assertThat(marked.packsMarked()).isPositive();
        assertThat(marked.packsDeleted()).isZero();
        now = now.plus(GRACE.minusSeconds(1));
        assertThat(prune().packsDeleted()).isZero();
        long before = packBytes();
        now = now.plusSeconds(1);
        PruneResult freed = prune();
        assertThat(freed.packsDeleted()).isEqualTo(marked.packsMarked());
        assertThat(before - packBytes()).isEqualTo(freed.bytesDeleted()).isGreaterThan(190_000);
        assertThat(dump(owner, second, "kept")).isEqualTo(kept);
        assertThat(owner.check(true, Progress.NONE).sound()).isTrue();
        settle();
        assertThat(owner.check(true, Progress.NONE).findings()).isEmpty();
        assertThat(owner.planPrune(PruneOptions.DEFAULT, Progress.NONE).isEmpty())
                .isTrue();
        try (Stream<StoredObject> all = store.list("snapshots/")) {
            assertThat(all).hasSize(1);
        }
    }

    @Test
    void groupsMoveOutOfMostlyDeadPacksAndTheirWriterStillTrustsThem() throws IOException {
        owner.addKey(Role.WRITER, TestVaults.otherKey(1), "host");
        try (Vault writer = Vault.open(store, TestVaults.otherKey(1), TestVaults.context())) {
            write("large", 1, 400_000);
            byte[] small = write("small", 2, 9_000);
            SnapshotId first = save(writer);
            Files.delete(source.resolve("large"));
            SnapshotId second = save(writer);
            owner.forget(List.of(first));
            settle();
            assertThat(packBytes()).isLessThan(60_000);
            assertThat(dump(owner, second, "small")).isEqualTo(small);
            assertThat(writer.backup(BackupRequest.of(source), Progress.NONE).newBytes())
                    .isLessThan(TestVaults.NOTHING_OF_OURS);
            assertThat(owner.check(true, Progress.NONE).findings()).isEmpty();
        }
    }

    @Test
    void aPlanChangesNothing() throws IOException {
        write("gone", 1, 50_000);
        SnapshotId id = save(owner);
        owner.forget(List.of(id));
        now = now.plus(GRACE);
        List<StoredObject> before = all();
        PrunePlan plan = owner.planPrune(PruneOptions.DEFAULT, Progress.NONE);
        assertThat(plan.mark()).isNotEmpty();
        assertThat(plan.sizes().marked()).isEqualTo(packBytes());
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void withoutGraceItIsFreedAtOnce() throws IOException {
        write("gone", 1, 200_000);
        SnapshotId first = save(owner);
        Files.delete(source.resolve("gone"));
        byte[] kept = write("kept", 2, 30_000);
        SnapshotId second = save(owner);
        owner.forget(List.of(first));
        PruneOptions atOnce = new PruneOptions(0, true);
        owner.prune(owner.planPrune(atOnce, Progress.NONE), atOnce, Progress.NONE);
        assertThat(packBytes()).isLessThan(60_000);
        assertThat(dump(owner, second, "kept")).isEqualTo(kept);
        assertThat(owner.check(true, Progress.NONE).sound()).isTrue();
    }

    @Test
    void aWritersKeyNeitherForgetsNorPrunes() throws IOException {
        write("f", 1, 1000);
        SnapshotId id = save(owner);
        for (Role role : List.of(Role.WRITER, Role.CATALOGUER, Role.READER)) {
            owner.addKey(role, TestVaults.otherKey(role.code()), "other");
            try (Vault other = Vault.open(store, TestVaults.otherKey(role.code()), TestVaults.context())) {
                assertThatThrownBy(() -> other.forget(List.of(id))).isInstanceOf(VaultException.NotPermitted.class);
                assertThatThrownBy(() -> other.planPrune(PruneOptions.DEFAULT, Progress.NONE))
                        .isInstanceOf(VaultException.NotPermitted.class);
            }
        }
    }

    @Test
    void unfinishedUploadsAreSweptAfterTheGraceTime() throws IOException {
        write("f", 1, 100_000);
        SnapshotId id = save(owner);
        try (Stream<StoredObject> parts = store.list("index/")) {
            parts.forEach(part -> store.delete(List.of(part.name())));
        }
        store.delete(List.of(id.objectName()));
        settle();
        assertThat(packBytes()).isZero();
    }

    /** Enough visits, a grace time apart, for everything that is not needed to go. */
    private void settle() throws IOException {
        for (int i = 0; i < 6; i++) {
            now = now.plus(GRACE);
            prune();
        }
    }

    private PruneResult prune() throws IOException {
        return owner.prune(owner.planPrune(PruneOptions.DEFAULT, Progress.NONE), PruneOptions.DEFAULT, Progress.NONE);
    }

    private SnapshotId save(Vault vault) throws IOException {
        return vault.backup(BackupRequest.of(source), Progress.NONE).snapshot();
    }

    private byte[] write(String name, long seed, int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        Files.write(source.resolve(name), bytes);
        return bytes;
    }

    private byte[] dump(Vault vault, SnapshotId id, String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        vault.dump(id, FilePath.of(source.resolve(name).toAbsolutePath()), out);
        return out.toByteArray();
    }

    private long packBytes() {
        try (Stream<StoredObject> packs = store.list("packs/")) {
            return packs.mapToLong(StoredObject::size).sum();
        }
    }

    private List<StoredObject> all() {
        try (Stream<StoredObject> all = store.list("")) {
            return all.toList();
        }
    }
}
