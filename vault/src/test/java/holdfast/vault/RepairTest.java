package holdfast.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.storage.MemoryStore;
import holdfast.storage.ObjectName;
import holdfast.storage.StoredObject;
import holdfast.vault.backup.BackupRequest;
import holdfast.vault.model.ChunkId;
import holdfast.vault.model.Credential;
import holdfast.vault.model.FileKind;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.PackId;
import holdfast.vault.model.Progress;
import holdfast.vault.model.Role;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultException;
import holdfast.vault.prune.PruneOptions;
import holdfast.vault.repair.IndexRepairPlan;
import holdfast.vault.repair.PackRepairPlan;
import holdfast.vault.repair.Repair;
import holdfast.vault.repair.SnapshotRepairPlan;
import holdfast.vault.repair.SnapshotRepairResult;
import holdfast.vault.tree.FileEntry;
import holdfast.vault.tree.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a repair the vault is sound, what was whole is there as it was, and what is lost was named. */
class RepairTest {
    private static final Duration GRACE = TestVaults.SMALL.grace();

    @TempDir
    Path folder;

    private Instant now = TestVaults.NOW;
    private MemoryStore store = new MemoryStore(() -> now);
    private Path source;
    private final Map<FilePath, byte[]> contents = new HashMap<>();

    /** What happens to an object. */
    private enum Harm {
        FLIP,
        TRUNCATE,
        DELETE
    }

    @BeforeEach
    void twoWritersSave() throws IOException {
        source = Files.createDirectories(folder.resolve("s"));
        TestVaults.create(store).close();
        try (Vault owner = open(TestVaults.key())) {
            owner.addKey(Role.WRITER, TestVaults.otherKey(1), "one");
            owner.addKey(Role.WRITER, TestVaults.otherKey(2), "two");
        }
        write("large", 1, 70_000);
        write("a/small", 2, 900);
        write("a/b/deep", 3, 9_000);
        save(1);
        write("c/other", 4, 20_000);
        save(2);
        save(1);
    }

    @Test
    @Tag("slow")
    void whateverObjectIsHarmedTheRestIsThereAfterARepair() throws IOException {
        List<ObjectName> names = names("packs/", "index/", "snapshots/");
        assertThat(names).hasSizeGreaterThan(8);
        MemoryStore before = store;
        for (ObjectName name : names) {
            for (Harm harm : Harm.values()) {
                store = FailingStore.copyOf(before);
                harm(name, harm);
                try (Vault owner = open(TestVaults.key())) {
                    List<FilePath> lost = repairAll(owner);
                    assertThat(owner.check(true, Progress.NONE).sound())
                            .as(
                                    "%s %s: %s",
                                    harm, name, owner.check(true, Progress.NONE).findings())
                            .isTrue();
                    demandRest(owner, lost);
                    boolean itself = name.value().startsWith("snapshots/");
                    assertThat(itself
                                    || lost.contains(FilePath.of(""))
                                    || owner.snapshots().size() == 3)
                            .as("%s %s", harm, name)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void aLostIndexIsMadeAnewAndItsWritersTrustIt() throws IOException {
        store.delete(names("index/"));
        try (Vault owner = open(TestVaults.key());
                Vault writer = open(TestVaults.otherKey(1))) {
            assertThat(owner.check(true, Progress.NONE).sound()).isFalse();
            assertThatThrownBy(() -> owner.repair(Progress.NONE).snapshots().plan(List.of()))
                    .hasMessageContaining("repair index");
            IndexRepairPlan plan = owner.repair(Progress.NONE).index().plan(false);
            assertThat(plan.packs()).isEqualTo(names("packs/").size());
            assertThat(names("index/")).isEmpty();
            owner.repair(Progress.NONE).index().run(plan);
            assertThat(owner.check(true, Progress.NONE).findings()).isEmpty();
            assertThat(owner.repair(Progress.NONE).index().plan(true).isEmpty()).isTrue();
            demandRest(owner, List.of());
            // The folders above may have changed meanwhile: their trees are all that is new.
            assertThat(writer.backup(BackupRequest.of(source), Progress.NONE).newBytes())
                    .isLessThan(900);
        }
    }

    @Test
    void whatADamagedPackLostTheNextBackupBringsBack() throws IOException {
        ObjectName pack = packOf("large");
        harm(pack, Harm.FLIP);
        try (Vault owner = open(TestVaults.key())) {
            PackRepairPlan plan = owner.repair(Progress.NONE).packs().plan(List.of(pack.value()));
            assertThat(plan.salvages()).hasSize(1);
            assertThat(plan.salvages().getFirst().lostGroups()).isEqualTo(1);
            assertThat(plan.salvages().getFirst().wholeGroups()).isPositive();
            assertThat(names("packs/")).contains(pack);
            owner.repair(Progress.NONE).packs().run(plan);
            assertThat(names("packs/")).doesNotContain(pack);
            assertThat(owner.repair(Progress.NONE).snapshots().plan(List.of()).isEmpty())
                    .isFalse();
            save(1);
            save(2);
            assertThat(owner.repair(Progress.NONE).snapshots().plan(List.of()).isEmpty())
                    .isTrue();
            assertThat(owner.check(true, Progress.NONE).sound()).isTrue();
            demandRest(owner, List.of());
        }
    }

    @Test
    void aSnapshotWrittenAnewIsItsWritersAndOutlivesTheBroken() throws IOException {
        store.delete(List.of(packOf("c/other")));
        try (Vault owner = open(TestVaults.key())) {
            SnapshotRepairPlan plan = owner.repair(Progress.NONE).snapshots().plan(List.of());
            assertThat(plan.broken())
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(one.losses())
                            .anySatisfy(loss -> assertThat(loss.path()).isEqualTo(path("c/other"))));
            List<Snapshot> before = owner.snapshots();
            SnapshotRepairResult kept = owner.repair(Progress.NONE).snapshots().run(plan, false);
            assertThat(owner.snapshots()).hasSize(before.size() + plan.broken().size());
            SnapshotRepairPlan again = owner.repair(Progress.NONE).snapshots().plan(List.of());
            assertThat(again.broken())
                    .allSatisfy(one -> assertThat(one.before()).isPresent());
            SnapshotRepairResult done = owner.repair(Progress.NONE).snapshots().run(again, true);
            assertThat(done.written()).isEmpty();
            assertThat(done.forgotten())
                    .containsExactlyInAnyOrderElementsOf(kept.written().keySet());
            for (Map.Entry<SnapshotId, SnapshotId> one : kept.written().entrySet()) {
                Snapshot anew = owner.snapshot(one.getValue().toString());
                Snapshot old = before.stream()
                        .filter(s -> s.id().equals(one.getKey()))
                        .findFirst()
                        .orElseThrow();
                assertThat(anew.writer()).isEqualTo(old.writer());
                assertThat(anew.time()).isEqualTo(old.time());
                assertThat(anew.files()).isLessThan(old.files());
            }
            owner.repair(Progress.NONE)
                    .index()
                    .run(owner.repair(Progress.NONE).index().plan(false));
            for (int i = 0; i < 5; i++) {
                now = now.plus(GRACE);
                owner.prune(
                        owner.planPrune(new PruneOptions(0, false), Progress.NONE),
                        new PruneOptions(0, false),
                        Progress.NONE);
            }
            assertThat(owner.check(true, Progress.NONE).findings()).isEmpty();
            demandRest(owner, List.of(path("c/other"), path("large")));
        }
    }

    @Test
    @Tag("slow")
    void aRepairThatEndsAtAnyWriteIsRunAgain() throws IOException {
        harm(packOf("large"), Harm.FLIP);
        harm(names("index/").getFirst(), Harm.FLIP);
        MemoryStore before = store;
        int writes = 0;
        boolean through = false;
        while (!through) {
            store = FailingStore.copyOf(before);
            FailingStore failing = new FailingStore(store, ++writes);
            try (Vault owner = Vault.open(failing, TestVaults.key(), TestVaults.context())) {
                through = !failing.wouldFail(() -> repairAll(owner));
            }
            try (Vault owner = open(TestVaults.key())) {
                List<FilePath> lost = repairAll(owner);
                assertThat(owner.check(true, Progress.NONE).sound())
                        .as("write " + writes)
                        .isTrue();
                assertThat(owner.snapshots()).hasSize(3);
                demandRest(owner, lost.isEmpty() ? List.of(path("large")) : lost);
            }
        }
        assertThat(writes).isGreaterThan(5);
    }

    @Test
    void onlyAnOwnerRepairs() throws IOException {
        try (Vault owner = open(TestVaults.key())) {
            owner.addKey(Role.READER, TestVaults.otherKey(7), "reader");
            owner.addKey(Role.CATALOGUER, TestVaults.otherKey(8), "cataloguer");
        }
        for (int key : new int[] {1, 7, 8}) {
            try (Vault other = open(TestVaults.otherKey(key))) {
                assertThatThrownBy(() -> other.repair(Progress.NONE)).isInstanceOf(VaultException.NotPermitted.class);
            }
        }
    }

    @Test
    void aSoundVaultIsLeftAsItIs() throws IOException {
        List<StoredObject> before = objects("");
        try (Vault owner = open(TestVaults.key())) {
            assertThat(repairAll(owner)).isEmpty();
        }
        assertThat(objects("")).isEqualTo(before);
    }

    /** All three in their order; returns the paths that were named as lost. */
    private static List<FilePath> repairAll(Vault owner) throws IOException {
        Repair repair = owner.repair(Progress.NONE);
        repair.index().run(repair.index().plan(false));
        repair.packs().run(repair.packs().plan(List.of()));
        SnapshotRepairPlan plan = repair.snapshots().plan(List.of());
        repair.snapshots().run(plan, true);
        return plan.broken().stream()
                .flatMap(one -> one.losses().stream())
                .map(SnapshotRepairPlan.Loss::path)
                .distinct()
                .toList();
    }

    /** Every file that is listed is what it was, and every file that is not listed was named. */
    private void demandRest(Vault vault, List<FilePath> lost) throws IOException {
        for (Snapshot snapshot : vault.snapshots()) {
            for (FileEntry entry : vault.files(snapshot.id())) {
                if (entry.kind() == FileKind.FILE) {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    vault.dump(snapshot.id(), entry.path(), out);
                    assertThat(out.toByteArray()).isEqualTo(contents.get(entry.path()));
                }
            }
        }
        if (!vault.snapshots().isEmpty()) {
            List<FilePath> there = vault.snapshots().stream()
                    .flatMap(snapshot -> filesOf(vault, snapshot.id()).stream())
                    .toList();
            assertThat(contents.keySet())
                    .allMatch(path -> there.contains(path) || lost.stream().anyMatch(path::isWithin));
        }
    }

    private static List<FilePath> filesOf(Vault vault, SnapshotId id) {
        try {
            return vault.files(id).stream().map(FileEntry::path).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Vault open(Credential key) throws IOException {
        return Vault.open(store, key, TestVaults.context());
    }

    private void save(int writer) throws IOException {
        try (Vault vault = open(TestVaults.otherKey(writer))) {
            vault.backup(BackupRequest.of(source), Progress.NONE);
        }
    }

    private void write(String name, long seed, int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        Path file = source.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        contents.put(path(name), bytes);
    }

    private FilePath path(String name) {
        return FilePath.of(source.resolve(name).toAbsolutePath());
    }

    /** A pack without which a file is lost. */
    private ObjectName packOf(String name) throws IOException {
        try (Vault owner = open(TestVaults.key())) {
            List<ChunkId> first = new ArrayList<>();
            for (Snapshot snapshot : owner.snapshots()) {
                owner.files(snapshot.id()).stream()
                        .filter(entry -> entry.path().equals(path(name)))
                        .forEach(entry -> first.add(entry.chunks().getFirst().id()));
            }
            for (ObjectName pack : names("packs/")) {
                if (owner.chunksIn(PackId.of(pack).orElseThrow()).contains(first.getFirst())) {
                    return pack;
                }
            }
            throw new AssertionError("no pack holds " + name);
        }
    }

    private void harm(ObjectName name, Harm harm) throws IOException {
        byte[] bytes = store.get(name);
        store.delete(List.of(name));
        switch (harm) {
            case FLIP -> {
                bytes[bytes.length / 3] ^= 1;
                store.put(name, bytes);
            }
            case TRUNCATE -> store.put(name, Arrays.copyOf(bytes, bytes.length * 2 / 3));
            case DELETE -> {}
        }
    }

    private List<ObjectName> names(String... prefixes) {
        return Stream.of(prefixes)
                .flatMap(prefix -> objects(prefix).stream())
                .map(StoredObject::name)
                .sorted(Comparator.comparing(ObjectName::value))
                .toList();
    }

    private List<StoredObject> objects(String prefix) {
        try (Stream<StoredObject> all = store.list(prefix)) {
            return all.sorted(Comparator.comparing(object -> object.name().value()))
                    .toList();
        }
    }
}
