package holdfast.vault.recover;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.storage.FolderStore;
import holdfast.vault.Vault;
import holdfast.vault.backup.BackupRequest;
import holdfast.vault.key.KeyFile;
import holdfast.vault.model.Credential;
import holdfast.vault.model.PackId;
import holdfast.vault.model.Progress;
import holdfast.vault.model.Role;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultContext;
import holdfast.vault.model.VaultOptions;
import holdfast.vault.recover.RecoverProgram.Outcome;
import holdfast.vault.repair.SnapshotRepairPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A writer's snapshot that the owner wrote anew is the writer's for the program in {@code recover/} too. */
class RecoverRepairedTest {
    private static final VaultOptions SMALL = new VaultOptions(4 << 10, 32 << 10, 128 << 10, 3);

    @TempDir
    Path folder;

    @Test
    void whatARepairWroteAnewIsRestoredThroughItsWritersPacks() throws IOException {
        Path source = Files.createDirectory(folder.resolve("source"));
        byte[] bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        Files.write(source.resolve("large"), bytes);
        Files.writeString(source.resolve("small"), "content");
        VaultContext context = VaultContext.of(() -> Instant.parse("2026-03-01T10:00:00Z"), new SecureRandom());
        FolderStore store = new FolderStore(folder.resolve("vault"));
        Path ownerKey = folder.resolve("owner.key");
        Credential writerKey = KeyFile.create(folder.resolve("writer.key"), new SecureRandom());
        try (Vault owner = Vault.create(store, KeyFile.create(ownerKey, new SecureRandom()), SMALL, context)) {
            owner.addKey(Role.WRITER, writerKey, "host");
            try (Vault writer = Vault.open(store, writerKey, context)) {
                writer.backup(BackupRequest.of(source), Progress.NONE);
            }
            SnapshotId broken = owner.snapshot("latest").id();
            store.delete(packOfLarge(owner, broken).objectName());
            SnapshotRepairPlan plan = owner.repair(Progress.NONE).snapshots().plan(List.of());
            owner.repair(Progress.NONE).snapshots().run(plan, true);
            assertThat(owner.snapshots())
                    .hasSize(1)
                    .noneMatch(snapshot -> snapshot.id().equals(broken));
        }
        Path target = folder.resolve("target");
        Outcome outcome = RecoverProgram.run(
                Map.of("HOLDFAST_KEY_FILE", ownerKey.toString()),
                "restore",
                "latest",
                "-r",
                folder.resolve("vault").toString(),
                "--target",
                target.toString());
        assertThat(outcome.status()).as(outcome.err()).isZero();
        Path restored = target.resolve(source.toString().substring(1));
        assertThat(restored.resolve("small")).hasContent("content");
        assertThat(restored.resolve("large")).doesNotExist();
    }

    /** The pack of its first chunk: the small file comes after the last. */
    private static PackId packOfLarge(Vault owner, SnapshotId snapshot) throws IOException {
        var large = owner.files(snapshot).stream()
                .filter(entry -> entry.size() == 300_000)
                .findFirst()
                .orElseThrow();
        for (var object : owner.objectsOf(snapshot)) {
            PackId pack = PackId.of(object.name()).orElse(null);
            if (pack != null
                    && owner.chunksIn(pack).contains(large.chunks().getFirst().id())) {
                return pack;
            }
        }
        throw new AssertionError("no pack holds it");
    }
}
