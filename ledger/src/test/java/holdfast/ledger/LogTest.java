package holdfast.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.crypto.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {
    private static final String ORIGIN = "ledger.example/holdfast";
    private final SigningKey key = SigningKey.generate(new SecureRandom());
    private final SigningKey witnessKey = SigningKey.generate(new SecureRandom());

    @TempDir
    Path folder;

    static byte[] entry(int i) {
        return ("entry " + i).getBytes(UTF_8);
    }

    static List<byte[]> entries(int from, int to) {
        List<byte[]> entries = new ArrayList<>();
        for (int i = from; i < to; i++) {
            entries.add(entry(i));
        }
        return entries;
    }

    @Test
    void growsByBatchesOfAnySizeAndProvesEveryEntry() throws Exception {
        Log log = Log.create(new FolderDisk(folder), ORIGIN, key);
        List<Hash> leaves = new ArrayList<>();
        int size = 0;
        for (int batch : new int[] {1, 2, 250, 3, 1, 255, 256, 257, 600}) {
            List<byte[]> next = entries(size, size + batch);
            next.forEach(e -> leaves.add(Merkle.leaf(e)));
            long before = log.checkpoint().size();
            Hash rootBefore = log.checkpoint().root();
            Checkpoint after = log.append(next);
            size += batch;
            assertThat(after.size()).isEqualTo(size);
            assertThat(after.root()).isEqualTo(Merkle.root(leaves));
            assertThat(Proofs.verifyConsistency(before, rootBefore, size, after.root(), log.consistency(before)))
                    .isTrue();
        }
        Log reopened = Log.open(new FolderDisk(folder), ORIGIN, key);
        for (int i = 0; i < size; i += 7) {
            assertThat(reopened.entriesFrom(i).getFirst()).isEqualTo(entry(i));
            TlogProof proof = TlogProof.parse(reopened.inclusion(i).encode());
            assertThat(proof.proves(entry(i), List.of(reopened.publicKey()))).isTrue();
            assertThat(proof.proves(entry(i + 1), List.of(reopened.publicKey())))
                    .isFalse();
        }
    }

    @Test
    void aTreeOfThreeLevelsOfTilesIsWholeAndProvesItself() throws Exception {
        MemoryDisk disk = new MemoryDisk(new Random(1));
        Log log = Log.create(disk, ORIGIN, key);
        log.append(entries(0, 65_000));
        Hash before = log.checkpoint().root();
        log.append(entries(65_000, 70_000));
        assertThat(disk.list("tile/2")).containsExactly("tile/2/000.p/1");
        assertThat(LedgerVerifier.verify(disk, Trust.NOTHING).breaks()).isEmpty();
        assertThat(Proofs.verifyConsistency(
                        65_000, before, 70_000, log.checkpoint().root(), log.consistency(65_000)))
                .isTrue();
        Log reopened = Log.open(disk, ORIGIN, key);
        assertThat(reopened.inclusion(69_999).proves(entry(69_999), List.of(log.publicKey())))
                .isTrue();
    }

    @Test
    void aWitnessCosignsWhatOnlyGrewAndRefusesARewrittenHistory() throws Exception {
        Log log = Log.create(new FolderDisk(folder.resolve("a")), ORIGIN, key);
        InstantSource clock = InstantSource.fixed(Instant.parse("2024-12-23T09:00:00Z"));
        Witness witness = new Witness(new FolderDisk(folder.resolve("w")), "witness.example/w", witnessKey, clock);
        witness.trust(log.publicKey());
        log.append(entries(0, 300));
        Witness.Answer first = witness.add(new AddCheckpoint(0, log.consistency(0), log.note()));
        assertThat(log.cosigned(((Witness.Answer.Cosigned) first).line(), witness.publicKey()))
                .isTrue();
        log.append(entries(300, 700));
        assertThat(witness.add(new AddCheckpoint(0, List.of(), log.note())))
                .isEqualTo(new Witness.Answer.OtherSize(300));
        AddCheckpoint second = AddCheckpoint.parse(new AddCheckpoint(300, log.consistency(300), log.note()).encode());
        assertThat(witness.add(second)).isInstanceOf(Witness.Answer.Cosigned.class);

        Log rewritten = Log.create(new FolderDisk(folder.resolve("b")), ORIGIN, key);
        rewritten.append(entries(1, 801));
        assertThat(witness.add(new AddCheckpoint(700, rewritten.consistency(700), rewritten.note())))
                .isInstanceOf(Witness.Answer.Rewritten.class);
        assertThat(witness.evidence()).isOne();
        Log stranger = Log.create(new FolderDisk(folder.resolve("c")), ORIGIN, witnessKey);
        assertThat(witness.add(new AddCheckpoint(700, List.of(), stranger.note())))
                .isInstanceOf(Witness.Answer.NotTrusted.class);
    }

    @Test
    void anotherKeyCannotGoOnWithALog() throws Exception {
        Log.create(new FolderDisk(folder), ORIGIN, key);
        assertThatThrownBy(() -> Log.open(new FolderDisk(folder), ORIGIN, witnessKey))
                .isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> Log.create(new FolderDisk(folder), ORIGIN, key))
                .isInstanceOf(IOException.class);
    }
}
