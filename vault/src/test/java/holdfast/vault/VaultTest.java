package holdfast.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.crypto.Secret;
import holdfast.storage.MemoryStore;
import holdfast.storage.StoredObject;
import holdfast.vault.backup.BackupRequest;
import holdfast.vault.backup.BackupResult;
import holdfast.vault.copy.CopyResult;
import holdfast.vault.model.ChunkId;
import holdfast.vault.model.Credential;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.PackId;
import holdfast.vault.model.Progress;
import holdfast.vault.model.Role;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultContext;
import holdfast.vault.model.VaultException;
import holdfast.vault.model.VaultObject;
import holdfast.vault.restore.RestoreRequest;
import holdfast.vault.restore.RestoreResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final long SEED = 7;

    @TempDir
    Path folder;

    private final MemoryStore store = new MemoryStore();
    private Path source;
    private Vault vault;

    @BeforeEach
    void makeFiles() throws IOException {
        source = folder.resolve("source");
        Random random = new Random(SEED);
        for (int i = 0; i < 40; i++) {
            byte[] bytes = new byte[random.nextInt(1 << (4 + i % 12))];
            random.nextBytes(bytes);
            Path file = source.resolve("d" + i % 5).resolve("f" + i);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        }
        byte[] large = new byte[3 << 20];
        random.nextBytes(large);
        Files.write(source.resolve("large"), large);
        Files.write(source.resolve("empty"), new byte[0]);
        Files.createSymbolicLink(source.resolve("link"), Path.of("d0/f0"));
        vault = TestVaults.create(store);
    }

    @Test
    void whatWasSavedIsRestoredByteForByte() throws IOException {
        BackupResult saved = vault.backup(BackupRequest.of(source), Progress.NONE);
        assertThat(saved.failures()).isEmpty();
        assertThat(saved.files()).isEqualTo(42);
        Path target = folder.resolve("target");
        RestoreResult restored = vault.restore(RestoreRequest.of(saved.snapshot(), target), Progress.NONE);
        assertThat(restored.failures()).isEmpty();
        assertThat(restored.files()).isEqualTo(42);
        Path there = target.resolve(source.toAbsolutePath().toString().substring(1));
        assertThat(contents(there)).isEqualTo(contents(source));
        assertThat(Files.getLastModifiedTime(there.resolve("large")))
                .isEqualTo(Files.getLastModifiedTime(source.resolve("large")));
    }

    @Test
    void theSecondBackupStoresOnlyWhatIsNew() throws IOException {
        BackupResult first = vault.backup(BackupRequest.of(source), Progress.NONE);
        Files.writeString(source.resolve("d0/new"), "new");
        BackupResult second = vault.backup(BackupRequest.of(source), Progress.NONE);
        assertThat(first.newBytes()).isGreaterThan(3 << 20);
        assertThat(second.newBytes()).isLessThan(100 << 10);
        assertThat(vault.snapshots()).hasSize(2);
        assertThat(vault.check(true, Progress.NONE).findings()).isEmpty();
    }

    @Test
    void withACacheUnchangedFilesAreNotReadAgain() throws IOException {
        VaultContext cached = VaultContext.of(
                        () -> TestVaults.NOW.plusSeconds(1_000_000_000), new java.security.SecureRandom())
                .cachedIn(folder.resolve("cache"));
        try (Vault again = Vault.open(store, TestVaults.key(), cached)) {
            again.backup(BackupRequest.of(source), Progress.NONE);
            Files.writeString(source.resolve("d1/f1"), "changed");
            BackupResult second = again.backup(BackupRequest.of(source), Progress.NONE);
            assertThat(second.unchanged()).isEqualTo(41);
            assertThat(new String(dump(again, second.snapshot(), "d1/f1"), UTF_8))
                    .isEqualTo("changed");
        }
    }

    @Test
    void anObserverSeesTheBytesThatAreSavedAndWhereTheyLie() throws IOException {
        ObserverOfLarge observer = new ObserverOfLarge();
        BackupResult saved = vault.backup(BackupRequest.of(source).observedBy(observer), Progress.NONE);
        assertThat(observer.seen.toByteArray()).isEqualTo(Files.readAllBytes(source.resolve("large")));
        assertThat(observer.saved).hasSize(42);
        assertThat(vault.attachment(saved.snapshot(), "note")).hasValue("about it".getBytes(UTF_8));
        assertThat(vault.attachment(saved.snapshot(), "other")).isEmpty();

        Set<ChunkId> inPacks = new HashSet<>();
        for (VaultObject object : vault.objectsOf(saved.snapshot())) {
            if (object.kind() == VaultObject.Kind.DATA) {
                inPacks.addAll(vault.chunksIn(PackId.of(object.name()).orElseThrow()));
            }
        }
        Set<ChunkId> told = new HashSet<>();
        observer.saved.forEach(file -> file.chunks().forEach(chunk -> told.add(chunk.id())));
        assertThat(inPacks).isEqualTo(told);
    }

    @Test
    void aPackAloneGivesItsChunksToAReader() throws IOException {
        BackupResult saved = vault.backup(BackupRequest.of(source), Progress.NONE);
        List<VaultObject> packs = vault.objectsOf(saved.snapshot()).stream()
                .filter(object -> object.kind() == VaultObject.Kind.DATA)
                .toList();
        assertThat(packs).hasSizeGreaterThan(10);
        for (VaultObject pack : packs) {
            Set<ChunkId> opened = new HashSet<>();
            vault.openPack(store.get(pack.name()), (id, bytes) -> opened.add(id));
            assertThat(opened).isEqualTo(vault.chunksIn(PackId.of(pack.name()).orElseThrow()));
        }
    }

    @Test
    void aReplicaRestoresLikeTheOriginal() throws IOException {
        BackupResult saved = vault.backup(BackupRequest.of(source), Progress.NONE);
        MemoryStore elsewhere = new MemoryStore();
        CopyResult copied = vault.copy(elsewhere, Progress.NONE);
        assertThat(copied.objects()).isGreaterThan(10);
        assertThat(vault.copy(elsewhere, Progress.NONE).objects()).isZero();
        try (Vault replica = Vault.open(elsewhere, TestVaults.key(), TestVaults.context())) {
            assertThat(replica.check(true, Progress.NONE).findings()).isEmpty();
            assertThat(dump(replica, saved.snapshot(), "large")).isEqualTo(Files.readAllBytes(source.resolve("large")));
        }
    }

    @Test
    void theObjectsOfASnapshotSufficeWithAKeySlot() throws IOException {
        BackupResult saved = vault.backup(BackupRequest.of(source), Progress.NONE);
        MemoryStore rebuilt = new MemoryStore();
        for (VaultObject object : vault.objectsOf(saved.snapshot())) {
            assertThat(object.name().value()).doesNotStartWith("keys/");
            rebuilt.put(object.name(), store.get(object.name()));
        }
        try (Stream<StoredObject> slots = store.list("keys/")) {
            for (StoredObject slot : slots.toList()) {
                rebuilt.put(slot.name(), store.get(slot.name()));
            }
        }
        try (Vault again = Vault.open(rebuilt, TestVaults.key(), TestVaults.context())) {
            assertThat(dump(again, saved.snapshot(), "d3/f38")).isEqualTo(Files.readAllBytes(source.resolve("d3/f38")));
        }
    }

    @Test
    void aPassphraseOpensAndAnotherDoesNot() throws IOException {
        vault.addKey(Role.READER, passphrase("correct horse"), "paper");
        try (Vault opened = Vault.open(store, passphrase("correct horse"), TestVaults.context())) {
            assertThat(opened.role()).isEqualTo(Role.READER);
        }
        assertThatThrownBy(() -> Vault.open(store, passphrase("battery staple"), TestVaults.context()))
                .isInstanceOf(VaultException.WrongCredential.class)
                .hasMessageContaining("wrong password");
        assertThatThrownBy(() -> Vault.open(new MemoryStore(), TestVaults.key(), TestVaults.context()))
                .isInstanceOf(VaultException.NoVault.class);
    }

    @Test
    void aFolderThatIsNotThereSavesNothing() {
        assertThatThrownBy(() -> vault.backup(BackupRequest.of(folder.resolve("gone")), Progress.NONE))
                .isInstanceOf(VaultException.NotFound.class)
                .hasMessageContaining("gone");
    }

    private static Credential passphrase(String text) {
        return new Credential.Passphrase(Secret.owning(text.getBytes(UTF_8)));
    }

    private byte[] dump(Vault from, SnapshotId snapshot, String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        from.dump(snapshot, FilePath.of(source.resolve(name).toAbsolutePath()), out);
        return out.toByteArray();
    }

    /** Every file below by its relative path; links by where they point. */
    private static Map<String, String> contents(Path top) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(top)) {
            for (Path file : files.toList()) {
                String name = top.relativize(file).toString();
                if (Files.isSymbolicLink(file)) {
                    all.put(name, "link to " + Files.readSymbolicLink(file));
                } else if (Files.isDirectory(file)) {
                    all.put(name, "folder");
                } else {
                    all.put(name, java.util.Arrays.hashCode(Files.readAllBytes(file)) + " " + Files.size(file));
                }
            }
        }
        return all;
    }
}
