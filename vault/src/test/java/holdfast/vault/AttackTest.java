package holdfast.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.crypto.SigningKey;
import holdfast.storage.MemoryStore;
import holdfast.storage.ObjectName;
import holdfast.storage.StoredObject;
import holdfast.vault.backup.BackupRequest;
import holdfast.vault.backup.BackupResult;
import holdfast.vault.key.ObjectKind;
import holdfast.vault.key.VaultConfig;
import holdfast.vault.key.VaultKeys;
import holdfast.vault.model.ChunkId;
import holdfast.vault.model.Credential;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.GroupId;
import holdfast.vault.model.Hashes;
import holdfast.vault.model.Progress;
import holdfast.vault.model.Role;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultException;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.pack.OpenState;
import holdfast.vault.pack.PackFile;
import holdfast.vault.pack.PackKind;
import holdfast.vault.pack.SealedGroup;
import holdfast.vault.pack.Session;
import holdfast.vault.prune.PruneOptions;
import holdfast.vault.restore.RestoreRequest;
import holdfast.vault.tree.SnapshotBody;
import holdfast.vault.tree.SnapshotFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody with a writer's key, or with the store alone, tries. */
class AttackTest {
    private static final byte[] SECRET = "the very bytes ".repeat(50).getBytes(UTF_8);

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private final MemoryStore store = new MemoryStore();
    private Vault owner;

    @BeforeEach
    void makeVault() throws IOException {
        Files.write(folder.resolve("f"), SECRET);
        owner = TestVaults.create(store);
        owner.addKey(Role.WRITER, TestVaults.otherKey(1), "one");
        owner.addKey(Role.WRITER, TestVaults.otherKey(2), "two");
    }

    @Test
    void aWriterSavesAndReadsNothingBack() throws IOException {
        try (Vault writer = Vault.open(store, TestVaults.otherKey(1), TestVaults.context())) {
            SnapshotId id =
                    writer.backup(BackupRequest.of(folder), Progress.NONE).snapshot();
            assertThat(writer.backup(BackupRequest.of(folder), Progress.NONE).newBytes())
                    .isLessThan(TestVaults.NOTHING_OF_OURS);
            assertThatThrownBy(writer::snapshots).isInstanceOf(VaultException.NotPermitted.class);
            assertThatThrownBy(() -> writer.files(id)).isInstanceOf(VaultException.NotPermitted.class);
            assertThatThrownBy(() -> writer.dump(id, FilePath.of("f"), new ByteArrayOutputStream()))
                    .isInstanceOf(VaultException.NotPermitted.class);
            assertThatThrownBy(() -> writer.restore(RestoreRequest.of(id, folder.resolve("t")), Progress.NONE))
                    .isInstanceOf(VaultException.NotPermitted.class);
            assertThatThrownBy(() -> writer.addKey(Role.READER, TestVaults.otherKey(3), "mine"))
                    .isInstanceOf(VaultException.NotPermitted.class);
            assertThatThrownBy(() -> writer.openPack(onePack(), (chunk, bytes) -> {}))
                    .isInstanceOf(VaultException.NotPermitted.class);
        }
        assertThat(owner.snapshots()).hasSize(2);
    }

    @Test
    void aCataloguerSeesNamesAndNoContents() throws IOException {
        SnapshotId id = owner.backup(BackupRequest.of(folder), Progress.NONE).snapshot();
        owner.addKey(Role.CATALOGUER, TestVaults.otherKey(4), "server");
        try (Vault server = Vault.open(store, TestVaults.otherKey(4), TestVaults.context())) {
            assertThat(server.files(id)).anyMatch(entry -> entry.path().name().equals(FilePath.of("f")));
            assertThatThrownBy(() -> server.openPack(onePack(), (chunk, bytes) -> {}))
                    .isInstanceOf(VaultException.NotPermitted.class);
            assertThatThrownBy(() -> server.dump(id, FilePath.of(folder.resolve("f")), new ByteArrayOutputStream()))
                    .isInstanceOf(VaultException.NotPermitted.class);
            assertThatThrownBy(() -> server.backup(BackupRequest.of(folder), Progress.NONE))
                    .isInstanceOf(VaultException.NotPermitted.class);
        }
    }

    @Test
    void aForgedSnapshotIsReportedAndIgnored() throws IOException {
        owner.backup(BackupRequest.of(folder), Progress.NONE);
        OpenState state = state(TestVaults.otherKey(1));
        SnapshotBody body =
                new SnapshotBody(TestVaults.NOW, "h", List.of(), List.of("forged"), 0, 0, List.of(), List.of());
        byte[] forged = SnapshotFile.encode(
                state.config().vaultId(), body, state.config().cataloguer(), SigningKey.generate(random), random);
        store.put(SnapshotId.at(Hashes.sha256(forged), 0).objectName(), forged);
        assertThat(owner.snapshots()).hasSize(1).noneMatch(s -> s.tags().contains("forged"));
        assertThat(owner.check(false, Progress.NONE).findings())
                .anyMatch(finding -> finding.what().contains("did not enrol"));
    }

    @Test
    void aSnapshotInAnothersNameCountsForNothingAndHindersNoPrune() throws IOException {
        OpenState one = state(TestVaults.otherKey(1));
        SnapshotBody.Rewritten others = new SnapshotBody.Rewritten(
                state(TestVaults.otherKey(2)).keys().signing().verifyingKey(), new SnapshotId(1, 2, 3, 4));
        SnapshotBody body = new SnapshotBody(
                TestVaults.NOW, "h", List.of(), List.of(), 0, 0, List.of(), List.of(), Optional.of(others));
        byte[] forged = SnapshotFile.encode(
                one.config().vaultId(),
                body,
                one.config().cataloguer(),
                one.keys().signing(),
                random);
        store.put(SnapshotId.at(Hashes.sha256(forged), 0).objectName(), forged);
        assertThat(owner.snapshots()).isEmpty();
        assertThat(owner.check(false, Progress.NONE).findings())
                .anyMatch(finding -> finding.what().contains("only the owner may do that"));
        assertThat(owner.planPrune(PruneOptions.DEFAULT, Progress.NONE).snapshots())
                .isZero();
    }

    @Test
    void aChunkPlantedUnderATrueIdSpoilsNobodyElsesBackup() throws IOException {
        plantJunk(state(TestVaults.otherKey(2)));
        try (Vault writer = Vault.open(store, TestVaults.otherKey(1), TestVaults.context())) {
            BackupResult saved = writer.backup(BackupRequest.of(folder), Progress.NONE);
            assertThat(saved.newBytes()).isGreaterThanOrEqualTo(SECRET.length);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            owner.dump(saved.snapshot(), FilePath.of(folder.resolve("f")), out);
            assertThat(out.toByteArray()).isEqualTo(SECRET);
        }
        assertThat(owner.check(true, Progress.NONE).findings())
                .anyMatch(finding -> finding.what().contains("put junk there"));
    }

    /** A pack and an index part, well signed by an enrolled writer, in which the id of SECRET names other bytes. */
    private void plantJunk(OpenState captured) throws IOException {
        ChunkId id = captured.contentIds().of(SECRET);
        byte[] junk = new byte[SECRET.length];
        Session session = new Session(PackKind.CONTENT, captured.config().reader(), random);
        GroupId group = session.nextGroup();
        byte[] sealed = captured.groups().seal(PackKind.CONTENT, group, session.secret(), junk, junk.length);
        PackFile.Built built = PackFile.build(
                captured.config().vaultId(),
                PackKind.CONTENT,
                captured.keys().signing().verifyingKey(),
                List.of(session.wrap()),
                List.of(new SealedGroup(group, sealed, junk.length, id.bytes(), new int[] {junk.length})),
                captured.indexSeal(),
                captured.keys().signing(),
                random);
        store.put(built.id().objectName(), holdfast.storage.ByteSource.of(built.parts()));
        byte[] part = IndexPart.encode(
                captured.config().vaultId(),
                captured.keys().signing().verifyingKey(),
                List.of(new IndexPart.Pack(built.id(), built.size(), PackKind.CONTENT, built.directory())),
                captured.indexSeal(),
                captured.keys().signing(),
                random);
        store.put(IndexPart.name(part), part);
    }

    @Test
    void otherPublicKeysInTheConfigAreNoticed() throws IOException {
        OpenState state = state(TestVaults.key());
        VaultKeys strangers = VaultKeys.generate(random);
        byte[] exchanged = VaultConfig.encode(
                state.config().vaultId(),
                state.config().options(),
                strangers.reader().orElseThrow().recipient(),
                strangers.cataloguer().orElseThrow().recipient(),
                strangers.signing());
        store.put(VaultConfig.NAME, exchanged);
        assertThatThrownBy(() -> Vault.open(store, TestVaults.otherKey(1), TestVaults.context()))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("exchanged");
    }

    @Test
    void aVaultOfALaterVersionIsNotCalledDamaged() throws IOException {
        byte[] config = store.get(VaultConfig.NAME);
        config[7] = 9;
        store.put(VaultConfig.NAME, config);
        assertThatThrownBy(() -> Vault.open(store, TestVaults.key(), TestVaults.context()))
                .isInstanceOf(VaultException.TooNew.class)
                .hasMessageContaining("version 9");
    }

    private OpenState state(Credential credential) throws IOException {
        return TestVaults.state(store, credential);
    }

    private byte[] onePack() throws IOException {
        try (Stream<StoredObject> packs = store.list("packs/")) {
            for (StoredObject pack : packs.toList()) {
                byte[] bytes = store.get(pack.name());
                if (bytes[ObjectKind.HEADER_BYTES] == PackKind.CONTENT.code()) {
                    return bytes;
                }
            }
        }
        throw new AssertionError("no pack");
    }

    @Test
    void everyObjectIsNamedByItsHash() throws IOException {
        owner.backup(BackupRequest.of(folder), Progress.NONE);
        try (Stream<StoredObject> all = store.list("")) {
            for (ObjectName name : all.map(StoredObject::name).toList()) {
                if (!name.equals(VaultConfig.NAME)) {
                    assertThat(name.lastSegment()).isEqualTo(HexFormat.of().formatHex(Hashes.sha256(store.get(name))));
                }
            }
        }
    }
}
