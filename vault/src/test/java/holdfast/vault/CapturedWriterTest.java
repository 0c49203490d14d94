package holdfast.vault;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.storage.MemoryStore;
import holdfast.storage.ObjectName;
import holdfast.storage.StoredObject;
import holdfast.vault.backup.BackupRequest;
import holdfast.vault.index.IndexLoader;
import holdfast.vault.index.IndexWriter;
import holdfast.vault.mark.DeletionMarks;
import holdfast.vault.mark.ForgetMarks;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Problems;
import holdfast.vault.model.Progress;
import holdfast.vault.model.Role;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.pack.OpenState;
import holdfast.vault.pack.PackDirectory;
import holdfast.vault.prune.PruneOptions;
import holdfast.vault.prune.PruneResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What somebody with a writer's key puts past the command, to have others' backups forgotten, deleted or not found. Each
 * ends with a prune by the owner, and with what was saved restored.
 */
class CapturedWriterTest {
    private static final Duration GRACE = TestVaults.SMALL.grace();
    private static final int LENGTH = 100_000;

    @TempDir
    Path folder;

    private Instant now = TestVaults.NOW;
    private final MemoryStore store = new MemoryStore(() -> now);
    private final byte[] bytes = new byte[LENGTH];
    private Vault owner;
    private Vault writer;
    private OpenState captured;
    private SnapshotId saved;

    @BeforeEach
    void oneWriterSavesAndAnothersKeyIsCaptured() throws IOException {
        owner = TestVaults.create(store);
        owner.addKey(Role.WRITER, TestVaults.otherKey(1), "honest");
        owner.addKey(Role.WRITER, TestVaults.otherKey(2), "captured");
        writer = Vault.open(store, TestVaults.otherKey(1), TestVaults.context());
        captured = TestVaults.state(store, TestVaults.otherKey(2));
        new Random(1).nextBytes(bytes);
        Files.write(folder.resolve("f"), bytes);
        saved = save(writer);
    }

    @AfterEach
    void whatWasSavedIsThereStill() throws IOException {
        settle();
        assertThat(owner.snapshots()).extracting(s -> s.id()).contains(saved);
        assertThat(dump(saved)).isEqualTo(bytes);
    }

    @Test
    void aForgetMarkOfItsOwnForgetsNothingAndIsReported() throws IOException {
        byte[] mark = ForgetMarks.encode(
                captured.config(), List.of(saved), now, captured.keys().signing());
        store.put(ForgetMarks.name(mark), mark);
        assertThat(owner.snapshots()).hasSize(1);
        assertThat(what()).anyMatch(what -> what.contains("not signed by the owner"));
        assertThat(owner.planPrune(PruneOptions.DEFAULT, Progress.NONE).snapshots())
                .isOne();
    }

    @Test
    void aDeletionMarkOfItsOwnDeletesNothingAndNobodyHeedsIt() throws IOException {
        byte[] mark = DeletionMarks.encode(
                captured.config(),
                IndexLoader.packs(captured).keySet(),
                captured.keys().signing(),
                new SecureRandom());
        store.put(DeletionMarks.name(mark), mark);
        assertThat(writer.backup(BackupRequest.of(folder), Progress.NONE).newBytes())
                .as("what is marked so is relied on")
                .isLessThan(TestVaults.NOTHING_OF_OURS);
        MemoryStore other = FailingStore.copyOf(store);
        now = now.plus(GRACE);
        assertThat(owner.copy(other, Progress.NONE).damaged()).isEmpty();
        assertThat(prune().packsDeleted()).isZero();
    }

    @Test
    void anIndexPartThatTellsOfAPackOtherwiseHidesNothingInIt() throws IOException {
        owner.addKey(Role.READER, TestVaults.otherKey(3), "believed by everybody, and captured too");
        OpenState reader = TestVaults.state(store, TestVaults.otherKey(3));
        PackDirectory nothing = new PackDirectory(List.of(), List.of());
        List<IndexPart.Pack> told = told();
        for (IndexPart.Pack pack : told) {
            for (long size : List.of(pack.size(), pack.size(), pack.size(), 25L, 0L)) {
                IndexPart.Pack lie = new IndexPart.Pack(pack.id(), size, pack.kind(), nothing);
                IndexWriter.put(captured, captured.keys().signing().verifyingKey(), List.of(lie));
                IndexWriter.put(reader, reader.keys().signing().verifyingKey(), List.of(lie));
            }
        }
        for (IndexPart.Pack pack : told) {
            assertThat(owner.chunksIn(pack.id())).hasSize(pack.directory().chunks());
        }
        assertThat(dump(saved)).isEqualTo(bytes);
        assertThat(writer.backup(BackupRequest.of(folder), Progress.NONE).newBytes())
                .isLessThan(TestVaults.NOTHING_OF_OURS);
        now = now.plus(GRACE);
        assertThat(prune().packsMarked()).isZero();
    }

    @Test
    void anIndexPartInAnothersNameIsReportedAndCountsForNothing() throws IOException {
        var honest =
                TestVaults.state(store, TestVaults.otherKey(1)).keys().signing().verifyingKey();
        IndexWriter.put(captured, honest, told());
        assertThat(what()).anyMatch(what -> what.contains("only the owner may do that"));
        now = now.plus(GRACE);
        assertThat(prune().packsMarked()).isZero();
    }

    @Test
    void anOldIndexPartPutAgainAfterAPruneMakesNobodyLeaveOutWhatIsGone() throws IOException {
        byte[] gone = new byte[LENGTH];
        new Random(2).nextBytes(gone);
        Files.write(folder.resolve("gone"), gone);
        SnapshotId first = save(writer);
        Map<ObjectName, byte[]> parts = all("index/");
        Map<ObjectName, byte[]> snapshots = all("snapshots/");
        Files.delete(folder.resolve("gone"));
        owner.forget(List.of(first));
        settle();
        assertThat(told().stream().mapToLong(IndexPart.Pack::size).sum()).isLessThan(2 * LENGTH);
        // Whoever kept them puts them all: well signed, each by its writer.
        for (Map.Entry<ObjectName, byte[]> old : parts.entrySet()) {
            store.put(old.getKey(), old.getValue());
        }
        for (Map.Entry<ObjectName, byte[]> old : snapshots.entrySet()) {
            store.put(old.getKey(), old.getValue());
        }
        assertThat(owner.snapshots())
                .extracting(s -> s.id())
                .as("forgotten stays so")
                .doesNotContain(first);
        Files.write(folder.resolve("gone"), gone);
        var again = writer.backup(BackupRequest.of(folder), Progress.NONE);
        assertThat(again.newBytes()).isGreaterThanOrEqualTo(LENGTH);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        owner.dump(again.snapshot(), FilePath.of(folder.resolve("gone")), out);
        assertThat(out.toByteArray()).isEqualTo(gone);
        assertThat(owner.check(true, Progress.NONE).sound()).isTrue();
    }

    private List<IndexPart.Pack> told() throws IOException {
        return IndexLoader.parts(captured, Problems.IGNORED).stream()
                .flatMap(part -> part.packs().stream())
                .filter(pack -> store.exists(pack.id().objectName()))
                .toList();
    }

    private List<String> what() throws IOException {
        return owner.check(false, Progress.NONE).findings().stream()
                .map(finding -> finding.what())
                .toList();
    }

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
        return vault.backup(BackupRequest.of(folder), Progress.NONE).snapshot();
    }

    private byte[] dump(SnapshotId id) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        owner.dump(id, FilePath.of(folder.resolve("f")), out);
        return out.toByteArray();
    }

    private Map<ObjectName, byte[]> all(String prefix) {
        try (Stream<StoredObject> all = store.list(prefix)) {
            return all.map(StoredObject::name).collect(Collectors.toMap(name -> name, this::get));
        }
    }

    private byte[] get(ObjectName name) {
        try {
            return store.get(name);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
