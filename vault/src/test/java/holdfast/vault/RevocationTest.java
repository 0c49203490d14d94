package holdfast.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.storage.MemoryStore;
import holdfast.storage.ObjectName;
import holdfast.storage.StoredObject;
import holdfast.vault.backup.BackupRequest;
import holdfast.vault.check.CheckReport;
import holdfast.vault.key.KeyRemoval;
import holdfast.vault.key.KeySlot;
import holdfast.vault.key.Signer;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.PackId;
import holdfast.vault.model.Progress;
import holdfast.vault.model.Role;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultException;
import holdfast.vault.prune.PruneOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A writer's key that is taken back: what was there stays believed, and nothing that comes. */
class RevocationTest {
    private static final byte[] BEFORE = "saved before ".repeat(900).getBytes(UTF_8);

    @TempDir
    Path folder;

    private Instant now = TestVaults.NOW;
    private final MemoryStore store = new MemoryStore(() -> now);
    private Vault owner;
    private Vault writer;
    private KeySlot slot;
    private SnapshotId before;

    @BeforeEach
    void aWriterSavesSomething() throws IOException {
        owner = TestVaults.create(store);
        slot = owner.addKey(Role.WRITER, TestVaults.otherKey(1), "host");
        writer = Vault.open(store, TestVaults.otherKey(1), TestVaults.context());
        Files.write(folder.resolve("f"), BEFORE);
        before = save(writer);
    }

    @Test
    void whatWasThereStaysAndNothingThatComesCounts() throws IOException {
        MemoryStore kept = FailingStore.copyOf(store);
        Files.writeString(folder.resolve("g"), "saved elsewhere, with a time before", UTF_8);
        try (Vault elsewhere = Vault.open(kept, TestVaults.otherKey(1), TestVaults.context())) {
            save(elsewhere);
        }
        KeyRemoval removal = owner.removeKey(slot.id());
        assertThat(removal.snapshots()).isOne();
        assertThat(removal.slots()).containsExactly(slot);
        // Whoever kept slot, enrolment, and snapshots that nobody has seen puts them all.
        putAll(kept);
        assertThat(owner.snapshots()).extracting(s -> s.id()).containsExactly(before);
        assertThat(dump(before)).isEqualTo(BEFORE);
        CheckReport report = owner.check(true, Progress.NONE);
        assertThat(report.sound()).isTrue();
        assertThat(report.findings()).anyMatch(finding -> finding.what().contains("took back before it came"));
        assertThat(owner.planPrune(PruneOptions.DEFAULT, Progress.NONE).snapshots())
                .isOne();
    }

    @Test
    void theHolderIsToldThatNothingIsSavedAnyMore() throws IOException {
        owner.removeKey(slot.id());
        long objects = count("");
        assertThatThrownBy(() -> save(writer))
                .isInstanceOf(VaultException.NotPermitted.class)
                .hasMessageContaining("took this key back");
        assertThat(count("")).isEqualTo(objects);
    }

    @Test
    void aBackupDuringWhichItsKeyIsTakenBackDoesNotReportThatItSaved() throws IOException {
        Files.write(folder.resolve("g"), new byte[100_000]);
        MemoryStore whole = FailingStore.copyOf(store);
        int most = counted(whole);
        for (int write = 1; write <= most; write++) {
            MemoryStore copy = FailingStore.copyOf(store);
            FailingStore meanwhile = new FailingStore(copy, write, () -> {
                try (Vault other = Vault.open(copy, TestVaults.key(), TestVaults.context())) {
                    other.removeKey(slot.id());
                }
            });
            try (Vault during = Vault.open(meanwhile, TestVaults.otherKey(1), TestVaults.context());
                    Vault after = Vault.open(copy, TestVaults.key(), TestVaults.context())) {
                assertThat(meanwhile.wouldFail(() -> save(during)))
                        .as("taken back before write %d", write)
                        .isTrue();
                assertThat(after.snapshots()).hasSize(1);
                assertThat(after.check(true, Progress.NONE).sound()).isTrue();
            }
        }
    }

    private int counted(MemoryStore copy) throws IOException {
        FailingStore counting = new FailingStore(copy, Integer.MAX_VALUE);
        try (Vault vault = Vault.open(counting, TestVaults.otherKey(1), TestVaults.context())) {
            save(vault);
        }
        return counting.writes.get();
    }

    @Test
    void aRevocationThatEndsAtAnyWriteLosesNothingAndIsFinishedByTheNext() throws IOException {
        boolean ended = false;
        int write = 0;
        while (!ended) {
            MemoryStore copy = FailingStore.copyOf(store);
            FailingStore failing = new FailingStore(copy, ++write);
            try (Vault vault = Vault.open(failing, TestVaults.key(), TestVaults.context())) {
                ended = !failing.wouldFail(() -> vault.removeKey(slot.id()));
            }
            try (Vault vault = Vault.open(copy, TestVaults.key(), TestVaults.context())) {
                assertThat(vault.snapshots()).extracting(s -> s.id()).containsExactly(before);
                assertThat(vault.check(true, Progress.NONE).findings()).isEmpty();
                if (!ended) {
                    vault.removeKey(slot.id());
                }
                assertThat(vault.snapshots()).hasSize(1);
                assertThat(vault.signers()).allMatch(signer -> signer.revoked().isPresent());
                assertThat(vault.keys()).hasSize(1);
            }
        }
        assertThat(write).as("a revocation, then the slot").isEqualTo(3);
    }

    @Test
    void whatStaysBelievedIsMovedByPruneAndIndexedAnewByRepair() throws IOException {
        Files.write(folder.resolve("large"), random(1, 400_000));
        SnapshotId large = save(writer);
        Files.delete(folder.resolve("large"));
        owner.removeKey(slot.id());
        owner.forget(List.of(large));
        for (int i = 0; i < 4; i++) {
            now = now.plus(TestVaults.SMALL.grace()).plusSeconds(1);
            owner.prune(owner.planPrune(PruneOptions.DEFAULT, Progress.NONE), PruneOptions.DEFAULT, Progress.NONE);
        }
        assertThat(dump(before)).isEqualTo(BEFORE);
        store.delete(names("index/"));
        var index = owner.repair(Progress.NONE).index();
        index.run(index.plan(false));
        assertThat(dump(before)).isEqualTo(BEFORE);
        assertThat(owner.check(true, Progress.NONE).findings()).isEmpty();
    }

    @Test
    void aRepairDoesNotMakeBelievedWhatARevokedKeyPut() throws IOException {
        MemoryStore kept = FailingStore.copyOf(store);
        Files.write(folder.resolve("g"), random(2, 50_000));
        try (Vault elsewhere = Vault.open(kept, TestVaults.otherKey(1), TestVaults.context())) {
            save(elsewhere);
        }
        owner.removeKey(slot.id());
        Set<ObjectName> believed = new HashSet<>(names("packs/"));
        putAll(kept);
        assertThat(names("packs/")).hasSizeGreaterThan(believed.size());
        var index = owner.repair(Progress.NONE).index();
        var plan = index.plan(true);
        assertThat(plan.packs()).isZero();
        assertThat(plan.damaged()).as("parts that count for nothing").isNotEmpty();
        index.run(plan);
        var packs = owner.repair(Progress.NONE).packs();
        assertThat(packs.plan(List.of()).salvages()).isEmpty();
        var snapshots = owner.repair(Progress.NONE).snapshots();
        snapshots.run(snapshots.plan(List.of()), true);
        assertThat(count("snapshots/")).isOne();
        assertThat(dump(before)).isEqualTo(BEFORE);
        assertThat(owner.check(true, Progress.NONE).sound()).isTrue();
    }

    @Test
    void aPackThatTheIndexHadLostStaysBelieved() throws IOException {
        store.delete(names("index/"));
        owner.removeKey(slot.id());
        var index = owner.repair(Progress.NONE).index();
        index.run(index.plan(false));
        assertThat(dump(before)).isEqualTo(BEFORE);
    }

    @Test
    void anObjectThatWasDamagedThenIsBelievedWhenACopyBringsItBack() throws IOException {
        for (String kind : List.of("snapshots/", "index/", "packs/")) {
            for (ObjectName name : names(kind)) {
                MemoryStore copy = FailingStore.copyOf(store);
                byte[] bytes = copy.get(name);
                byte[] flipped = bytes.clone();
                flipped[flipped.length / 2] ^= 1;
                copy.put(name, flipped);
                try (Vault vault = Vault.open(copy, TestVaults.key(), TestVaults.context())) {
                    vault.removeKey(slot.id());
                    copy.put(name, bytes);
                    assertThat(vault.check(true, Progress.NONE).findings()).isEmpty();
                    assertThat(vault.snapshots()).hasSize(1);
                }
            }
        }
    }

    @Test
    void aCopyTakesTheRevocationAlongAndSoDoesWhatASnapshotNeeds() throws IOException {
        MemoryStore other = FailingStore.copyOf(store);
        owner.removeKey(slot.id());
        owner.copy(other, Progress.NONE);
        try (Vault copied = Vault.open(other, TestVaults.key(), TestVaults.context())) {
            assertThat(copied.signers()).allMatch(signer -> signer.revoked().isPresent());
            assertThat(copied.snapshots()).hasSize(1);
        }
        assertThat(owner.objectsOf(before))
                .anyMatch(object -> object.name().value().startsWith("revoked/"));
    }

    @Test
    void aVaultThatIsOpenHearsOfIt() throws IOException {
        MemoryStore other = FailingStore.copyOf(store);
        List<ObjectName> there = names("packs/");
        Files.write(folder.resolve("g"), random(3, 50_000));
        save(writer);
        PackId late = names("packs/").stream()
                .filter(name -> !there.contains(name))
                .findFirst()
                .flatMap(PackId::of)
                .orElseThrow();
        assertThat(owner.chunksIn(late)).isNotEmpty();
        try (Vault elsewhere = Vault.open(other, TestVaults.key(), TestVaults.context())) {
            elsewhere.removeKey(slot.id());
            elsewhere.copy(store, Progress.NONE);
        }
        assertThatThrownBy(() -> owner.chunksIn(late)).isInstanceOf(VaultException.NotFound.class);
        assertThat(owner.snapshots()).extracting(s -> s.id()).containsExactly(before);
    }

    @Test
    void aRevocationThatTheOwnerDidNotSignIsReportedAndCountsForNothing() throws IOException {
        MemoryStore strangers = new MemoryStore();
        try (Vault stranger = TestVaults.create(strangers)) {
            stranger.addKey(Role.WRITER, TestVaults.otherKey(1), "host");
            stranger.removeKey(stranger.keys().stream()
                    .filter(one -> one.role() == Role.WRITER)
                    .findFirst()
                    .orElseThrow()
                    .id());
        }
        try (Stream<StoredObject> all = strangers.list("revoked/")) {
            for (StoredObject object : all.toList()) {
                store.put(object.name(), strangers.get(object.name()));
            }
        }
        assertThat(owner.snapshots()).hasSize(1);
        assertThat(owner.check(false, Progress.NONE).findings())
                .anyMatch(finding -> finding.object().value().startsWith("revoked/"));
    }

    @Test
    void aKeyIsTakenBackByWhatItSignsAsWhenItsSlotIsGone() throws IOException {
        store.delete(names("keys/").stream()
                .filter(name -> name.lastSegment().equals(slot.id()))
                .toList());
        String key = slot.signer().toString();
        KeyRemoval removal = owner.removeKey(key.substring(0, 10));
        assertThat(removal.slots()).isEmpty();
        assertThat(removal.revoked().map(Signer::key)).contains(slot.signer());
        assertThat(owner.removeKey(key).snapshots()).as("again").isZero();
        assertThat(names("revoked/")).hasSize(1);
    }

    @Test
    void aSlotThatNamesSomebodyElsesKeyTakesNobodysBack() throws IOException {
        KeySlot innocent = owner.addKey(Role.WRITER, TestVaults.otherKey(2), "innocent");
        byte[] bytes = store.get(new ObjectName("keys/" + slot.id()));
        byte[] name = innocent.signer().bytes();
        int at = indexOf(bytes, slot.signer().bytes());
        System.arraycopy(name, 0, bytes, at, name.length);
        ObjectName forged = holdfast.vault.key.Slots.name(bytes);
        store.put(forged, bytes);
        KeyRemoval removal = owner.removeKey(forged.lastSegment());
        assertThat(removal.revoked()).isEmpty();
        assertThat(store.exists(forged)).isFalse();
        assertThat(names("revoked/")).isEmpty();
        assertThat(owner.keys()).contains(innocent, slot);
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        int at = 0;
        while (!java.util.Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
            at++;
        }
        return at;
    }

    private void putAll(MemoryStore kept) throws IOException {
        try (Stream<StoredObject> all = kept.list("")) {
            for (StoredObject object : all.toList()) {
                store.put(object.name(), kept.get(object.name()));
            }
        }
    }

    private SnapshotId save(Vault vault) throws IOException {
        return vault.backup(BackupRequest.of(folder), Progress.NONE).snapshot();
    }

    private byte[] dump(SnapshotId id) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        owner.dump(id, FilePath.of(folder.resolve("f")), out);
        return out.toByteArray();
    }

    private static byte[] random(long seed, int length) {
        byte[] bytes = new byte[length];
        new java.util.Random(seed).nextBytes(bytes);
        return bytes;
    }

    private List<ObjectName> names(String prefix) {
        try (Stream<StoredObject> all = store.list(prefix)) {
            return all.map(StoredObject::name).toList();
        }
    }

    private long count(String prefix) {
        return names(prefix).size();
    }
}
