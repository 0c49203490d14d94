package holdfast.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.crypto.Secret;
import holdfast.crypto.SigningKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged bytes are refused with a FormatException, or read back to exactly the same bytes; nothing else happens. */
class DecoderFuzzTest {
    private static final int ROUNDS = 4000;
    private final SigningKey key = SigningKey.of(Secret.owning(new byte[32]));
    private final Log log;

    DecoderFuzzTest() throws Exception {
        log = Log.create(new MemoryDisk(new Random(1)), "log.example/1", key);
        log.append(LogTest.entries(0, 700));
        NoteKey witness = new NoteKey("w.example/1", NoteKey.Type.COSIGNATURE_V1, key.verifyingKey());
        log.cosigned(Cosignature.sign(log.checkpoint().text(), witness.name(), key, Instant.EPOCH), witness);
    }

    @Test
    void damagedBytesAreRefusedOrReadBackTheSame() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] proof = log.inclusion(3).encode().getBytes(UTF_8);
        byte[] request = new AddCheckpoint(300, log.consistency(300), log.note()).encode();
        byte[] bundle = Tiles.encodeEntries(LogTest.entries(0, 20));
        byte[] vkey = log.publicKey().vkey().getBytes(UTF_8);
        for (int round = 0; round < ROUNDS; round++) {
            try {
                Decoders.note(mutate(log.note().encode(), random));
                Decoders.proof(mutate(proof, random));
                Decoders.request(mutate(request, random));
                Decoders.bundle(mutate(bundle, random));
                Decoders.vkey(mutate(vkey, random));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ", round " + round, e);
            }
        }
    }

    /** Every decoder against arbitrary bytes; shared with the fuzzer that takes longer. */
    static final class Decoders {
        private Decoders() {}

        static void note(byte[] bytes) {
            try {
                SignedNote note = SignedNote.parse(bytes);
                assertThat(note.encode()).isEqualTo(bytes);
                Checkpoint checkpoint = Checkpoint.parse(note.text());
                assertThat(note.text()).startsWith(checkpoint.text());
            } catch (FormatException e) {
                assertThat(e).hasMessageMatching("(?s).+");
            }
        }

        static void proof(byte[] bytes) {
            try {
                TlogProof proof = TlogProof.parse(new String(bytes, UTF_8));
                assertThat(TlogProof.parse(proof.encode())).isEqualTo(proof);
            } catch (FormatException e) {
                assertThat(e).hasMessageMatching("(?s).+");
            }
        }

        static void request(byte[] bytes) {
            try {
                AddCheckpoint request = AddCheckpoint.parse(bytes);
                assertThat(request.encode()).isEqualTo(bytes);
            } catch (FormatException e) {
                assertThat(e).hasMessageMatching("(?s).+");
            }
        }

        static void bundle(byte[] bytes) {
            int width = 1 + (bytes.length % TileName.WIDTH);
            try {
                List<byte[]> entries = Tiles.decodeEntries(bytes, width);
                assertThat(Tiles.encodeEntries(entries)).isEqualTo(bytes);
            } catch (FormatException e) {
                assertThat(Tiles.decodeStrictly(bytes, width)).hasSizeLessThan(width);
            }
        }

        static void vkey(byte[] bytes) {
            String text = new String(bytes, UTF_8);
            try {
                assertThat(NoteKey.parse(text).vkey()).isEqualTo(text);
            } catch (FormatException e) {
                assertThat(e).hasMessageMatching("(?s).+");
            }
        }
    }

    private static byte[] mutate(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int i = 1 + random.nextInt(3); i > 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = "\n +\u2014=0".getBytes(UTF_8)[random.nextInt(8)];
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                case 3 -> {
                    int from = random.nextInt(bytes.length);
                    byte[] piece = Arrays.copyOfRange(bytes, Math.min(at, from), Math.max(at, from));
                    byte[] longer = Arrays.copyOf(bytes, bytes.length + piece.length);
                    System.arraycopy(piece, 0, longer, bytes.length, piece.length);
                    bytes = longer;
                }
                default -> bytes[at] = (byte) random.nextInt(256);
            }
        }
        return bytes;
    }
}
