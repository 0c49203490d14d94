package holdfast.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.crypto.Secret;
import holdfast.crypto.SigningKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerVerifierTest {
    private static final String ORIGIN = "ledger.example/holdfast";
    private final SigningKey key = SigningKey.of(Secret.owning(new byte[32]));
    private final SigningKey witness = SigningKey.of(Secret.copyOf("12345678901234567890123456789012".getBytes(UTF_8)));
    private final NoteKey witnessKey = new NoteKey("w.example/1", NoteKey.Type.COSIGNATURE_V1, witness.verifyingKey());
    private final MemoryDisk disk = new MemoryDisk(new Random(1));
    private Log log;

    LedgerVerifierTest() throws Exception {
        log = Log.create(disk, ORIGIN, key);
    }

    /** 600 entries: two full tiles, an edge with several partial tiles left, one checkpoint not yet witnessed. */
    @BeforeEach
    void write() throws Exception {
        for (int batch : new int[] {200, 356, 20, 24}) {
            int size = (int) log.checkpoint().size();
            log.append(LogTest.entries(size, size + batch));
            if (size < 570) {
                log.cosigned(
                        Cosignature.sign(log.checkpoint().text(), witnessKey.name(), witness, Instant.EPOCH),
                        witnessKey);
            }
        }
    }

    private Verification verify() throws Exception {
        return LedgerVerifier.verify(disk, Trust.NOTHING);
    }

    @Test
    void aWholeLedgerIsFoundWhole() throws Exception {
        Verification found = verify();
        assertThat(found.breaks()).isEmpty();
        assertThat(found.size()).isEqualTo(600);
        assertThat(found.witnessedSize()).isEqualTo(576);
        assertThat(found.witnesses()).containsExactly("w.example/1");
        assertThat(found.remarks()).anyMatch(r -> r.startsWith("24 entries at the end"));
    }

    @Test
    void everyFlippedByteIsFoundAndItsFileNamed() throws Exception {
        for (String file : disk.list("")) {
            byte[] good = disk.read(file).orElseThrow();
            int step = Math.max(1, good.length / 60);
            for (int at = 0; at < good.length; at += step) {
                byte[] bad = good.clone();
                bad[at] ^= (byte) (1 << (at % 8));
                disk.put(file, bad);
                Verification found = verify();
                assertThat(found.breaks())
                        .as("byte %d of %s", at, file)
                        .anyMatch(b -> b.file().equals(file) || file.startsWith("keys/"));
                if (file.startsWith("tile/")) {
                    assertThat(found.breaks()).as("byte %d of %s", at, file).hasSize(1);
                }
            }
            disk.put(file, good);
        }
        assertThat(verify().breaks()).isEmpty();
    }

    @Test
    void theEntryIsNamedToo() throws Exception {
        flip("tile/entries/001", 3);
        assertThat(verify().breaks())
                .singleElement()
                .satisfies(b -> assertThat(b.entry()).hasValue(256));
        flipBack("tile/entries/001", 3);
        flip("tile/entries/002.p/88", 2 + "entry 512".length() + 4);
        assertThat(verify().breaks())
                .singleElement()
                .satisfies(b -> assertThat(b.entry()).hasValue(513));
        flipBack("tile/entries/002.p/88", 2 + "entry 512".length() + 4);
        flip("tile/1/000.p/2", 33);
        assertThat(verify().breaks())
                .singleElement()
                .satisfies(b -> assertThat(b.entry()).hasValue(256));
    }

    private void flip(String file, int at) {
        byte[] bytes = disk.read(file).orElseThrow();
        bytes[at] ^= 1;
        disk.put(file, bytes);
    }

    private void flipBack(String file, int at) {
        flip(file, at);
    }

    @Test
    void everyMissingFileIsFound() throws Exception {
        for (String file : disk.list("")) {
            if (file.equals(LedgerFiles.WITNESSED) || olderPartial(file)) {
                continue; // Both may be absent in a whole ledger.
            }
            byte[] good = disk.read(file).orElseThrow();
            disk.loseFile(file);
            assertThat(verify().breaks()).as(file).isNotEmpty();
            disk.put(file, good);
        }
    }

    private static boolean olderPartial(String file) {
        return TileName.parse(file)
                .filter(t -> t.width() != TileName.width(t.level(), t.index(), 600))
                .isPresent();
    }

    @Test
    void aHistoryRewrittenWithTheLogsOwnKeyIsFoundByTheCosignedCheckpoint() throws Exception {
        byte[] witnessed = disk.read(LedgerFiles.WITNESSED).orElseThrow();
        byte[] witnessKeyFile =
                disk.read(LedgerFiles.witnessKeyFile(witnessKey)).orElseThrow();
        MemoryDisk other = new MemoryDisk(new Random(1));
        Log rewritten = Log.create(other, ORIGIN, key);
        rewritten.append(LogTest.entries(1, 601));
        assertThat(LedgerVerifier.verify(other, Trust.NOTHING).breaks()).isEmpty();
        other.put(LedgerFiles.WITNESSED, witnessed);
        other.put(LedgerFiles.witnessKeyFile(witnessKey), witnessKeyFile);
        assertThat(LedgerVerifier.verify(other, Trust.NOTHING).breaks())
                .singleElement()
                .satisfies(b -> assertThat(b.what()).contains("history was rewritten"));
    }

    @Test
    void aCheckpointSeenBeforeAndAKeyBroughtAlongAreHeldAgainstIt() throws Exception {
        Trust trust = new Trust(List.of(log.publicKey()), Optional.of(log.note()));
        assertThat(LedgerVerifier.verify(disk, trust).whole()).isTrue();
        MemoryDisk other = new MemoryDisk(new Random(1));
        Log.create(other, ORIGIN, key).append(LogTest.entries(0, 599));
        assertThat(LedgerVerifier.verify(other, trust).breaks())
                .singleElement()
                .satisfies(b -> assertThat(b.what()).contains("entries were removed"));
        MemoryDisk forged = new MemoryDisk(new Random(1));
        Log.create(forged, ORIGIN, witness).append(LogTest.entries(0, 600));
        assertThat(LedgerVerifier.verify(forged, Trust.NOTHING).whole()).isTrue();
        assertThat(LedgerVerifier.verify(forged, trust).whole()).isFalse();
    }

    @Test
    void aTreeRewrittenUnderTheSignedCheckpointIsFound() throws Exception {
        MemoryDisk other = new MemoryDisk(new Random(1));
        Log.create(other, ORIGIN, key).append(LogTest.entries(1, 601));
        for (String file : other.list("tile")) {
            disk.put(file, other.read(file).orElseThrow());
        }
        assertThat(verify().breaks()).isNotEmpty();
    }

    @Test
    void anEmptyLedgerIsWhole() throws Exception {
        MemoryDisk empty = new MemoryDisk(new Random(1));
        Log.create(empty, ORIGIN, key);
        assertThat(LedgerVerifier.verify(empty, Trust.NOTHING).whole()).isTrue();
    }
}
