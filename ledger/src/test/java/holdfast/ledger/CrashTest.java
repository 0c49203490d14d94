package holdfast.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.crypto.Secret;
import holdfast.crypto.SigningKey;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The disk fails at the i-th change, for every i; power is lost or not; the log is opened again and goes on. */
class CrashTest {
    private static final String ORIGIN = "ledger.example/holdfast";
    private final SigningKey key = SigningKey.of(Secret.owning(new byte[32]));
    private final SigningKey witness = SigningKey.of(Secret.copyOf("12345678901234567890123456789012".getBytes(UTF_8)));
    private final NoteKey witnessKey = new NoteKey("w.example/1", NoteKey.Type.COSIGNATURE_V1, witness.verifyingKey());

    /** How far the story got before the disk failed. */
    private static final class Story {
        long acknowledged;
        long witnessed;
    }

    private void tell(MemoryDisk disk, Story story) throws Exception {
        Log log = Log.create(disk, ORIGIN, key);
        for (int batch : new int[] {3, 253, 1, 300, 5}) {
            int size = (int) log.checkpoint().size();
            story.acknowledged = log.append(LogTest.entries(size, size + batch)).size();
            log.cosigned(
                    Cosignature.sign(log.checkpoint().text(), witnessKey.name(), witness, Instant.EPOCH), witnessKey);
            story.witnessed = story.acknowledged;
        }
    }

    @Test
    void afterEveryFailureNothingAcknowledgedIsLostAndTheLogGoesOn() throws Exception {
        MemoryDisk counting = new MemoryDisk(new Random(0));
        tell(counting, new Story());
        long seed = new Random().nextLong();
        int all = counting.changes();
        for (int i = 0; i < all; i++) {
            for (boolean power : new boolean[] {true, false}) {
                failAndGoOn(i, power, seed);
            }
        }
    }

    private void failAndGoOn(int failAt, boolean power, long seed) throws Exception {
        String where = "change " + failAt + (power ? " with" : " without") + " loss of power, seed " + seed;
        MemoryDisk disk = new MemoryDisk(new Random(seed + failAt));
        disk.failAt(failAt);
        Story story = new Story();
        try {
            tell(disk, story);
        } catch (IOException e) {
            // As told to.
        }
        disk.failAt(Integer.MAX_VALUE);
        if (power) {
            disk.losePower();
        }
        Log log = Log.exists(disk) ? Log.open(disk, ORIGIN, key) : Log.create(disk, ORIGIN, key);
        int size = (int) log.checkpoint().size();
        assertThat((long) size).as(where).isGreaterThanOrEqualTo(story.acknowledged);
        assertThat(log.witnessed().isPresent() || story.witnessed == 0)
                .as(where)
                .isTrue();
        log.append(LogTest.entries(size, size + 2));
        for (long index : new long[] {0, size / 2, size, size + 1}) {
            assertThat(log.entriesFrom(index).getFirst()).as(where).isEqualTo(LogTest.entry((int) index));
            assertThat(log.inclusion(index).proves(LogTest.entry((int) index), List.of(log.publicKey())))
                    .as(where)
                    .isTrue();
        }
        if (size < 1000) {
            assertThat(LedgerVerifier.verify(disk, Trust.NOTHING).breaks())
                    .as(where)
                    .isEmpty();
        }
    }
}
