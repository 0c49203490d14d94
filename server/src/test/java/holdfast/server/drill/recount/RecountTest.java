package holdfast.server.drill.recount;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.crypto.Secret;
import holdfast.server.drill.synthetic.Synthetic;
import holdfast.server.drill.synthetic.SyntheticData;
import holdfast.server.drill.synthetic.SyntheticOrder;
import holdfast.storage.MemoryStore;
import holdfast.subjects.RegisterSummary;
import holdfast.subjects.index.ExposureUnion;
import holdfast.subjects.index.PersonIndex;
import holdfast.subjects.index.PersonIndexBuilder;
import holdfast.vault.Vault;
import holdfast.vault.backup.BackupRequest;
import holdfast.vault.model.ChunkId;
import holdfast.vault.model.Credential;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.PackId;
import holdfast.vault.model.Progress;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultContext;
import holdfast.vault.model.VaultObject;
import holdfast.vault.model.VaultOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real vault, real packs, and two ways to count the persons on some of them. */
class RecountTest {
    private static final VaultOptions SMALL = new VaultOptions(1 << 12, 1 << 15, 1 << 16, 3);

    @TempDir
    private Path folder;

    private final MemoryStore store = new MemoryStore();
    private final long seed = Long.getLong("holdfast.seed", 20241223);
    private final Random random = new Random(seed);

    @Test
    void theIndexAndTheBruteForceCountAgreeOnWhateverIsLost() throws IOException {
        SyntheticData data = Synthetic.write(folder, SyntheticOrder.of(2000), random);
        Path broken = data.registerFiles().get(3);
        Files.writeString(broken, "a broken row\nanother,\"one\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        try (Vault vault = vault();
                Secret key = Secret.copyOf(new byte[32])) {
            PersonIndexBuilder builder = new PersonIndexBuilder(key, data.registers(), Optional.empty());
            SnapshotId snapshot = vault.backup(BackupRequest.of(folder).observedBy(builder), Progress.NONE)
                    .snapshot();
            PersonIndex index = PersonIndex.decode(
                    vault.attachment(snapshot, PersonIndex.ATTACHMENT).orElseThrow());
            List<RegisterSummary> registers = builder.seen().registers();

            assertThat(builder.seen().persons()).isEqualTo(2000);
            List<VaultObject> objects = vault.objectsOf(snapshot);
            compare(vault, snapshot, index, registers, objects, 2000);
            for (int round = 0; round < 6; round++) {
                List<VaultObject> lost =
                        objects.stream().filter(_ -> random.nextInt(4) == 0).toList();
                compare(vault, snapshot, index, registers, lost, -1);
            }
        }
    }

    private void compare(
            Vault vault,
            SnapshotId snapshot,
            PersonIndex index,
            List<RegisterSummary> registers,
            List<VaultObject> lost,
            long expected)
            throws IOException {
        Set<ChunkId> chunks = new HashSet<>();
        for (VaultObject object : lost) {
            if (object.kind() == VaultObject.Kind.DATA) {
                chunks.addAll(vault.chunksIn(PackId.of(object.name()).orElseThrow()));
            }
        }
        ExposureUnion exposure = ExposureUnion.of(List.of(index), chunks);
        RecountResult recount = Recount.run(new RecountOrder(
                List.of(new Objects(lost)),
                vault,
                snapshot,
                registers.stream()
                        .map(register -> RecountRegister.of(FilePath.parse(register.file()), register.layout()))
                        .toList(),
                path -> Path.of(path.toString())));

        String round = "seed " + seed + ", " + lost.size() + " objects lost";
        assertThat(recount.differences()).as(round).isEmpty();
        assertThat(recount.persons()).as(round).isEqualTo(exposure.persons());
        assertThat(recount.byCategory()).as(round).isEqualTo(exposure.byCategory());
        assertThat(recount.brokenRows()).as(round).hasSameSizeAs(exposure.unread());
        if (expected >= 0) {
            assertThat(recount.persons()).isEqualTo(expected);
            assertThat(recount.byCategory()).isEqualTo(Map.of("creditor", 1987L, "staff", 13L));
            assertThat(exposure.unread()).hasSize(2);
        }
    }

    private Vault vault() throws IOException {
        Instant time = Instant.parse("2024-12-23T01:00:00Z");
        return Vault.create(
                store,
                new Credential.FileKey(Secret.copyOf(new byte[32])),
                SMALL,
                VaultContext.of(() -> time, new SecureRandom()));
    }

    /** Objects of the store as if they lay on a cartridge. */
    private final class Objects implements LostMedium {
        private final List<VaultObject> objects;

        Objects(List<VaultObject> objects) {
            this.objects = new ArrayList<>(objects);
        }

        @Override
        public String name() {
            return "TEST01L9";
        }

        @Override
        public void objects(Sink sink) throws IOException {
            for (VaultObject object : objects) {
                sink.object(object.name().value(), store.get(object.name()));
            }
        }
    }
}
