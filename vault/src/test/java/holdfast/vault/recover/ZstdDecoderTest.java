package holdfast.vault.recover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The decoder of {@code recover/} against zstd itself. */
class ZstdDecoderTest {
    private final long seed = Long.getLong("holdfast.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void readsWhatZstdWroteAtTheLevelsThatDiffer() throws IOException {
        for (int level : new int[] {-7, 1, 3, 9, 19}) {
            for (int kind = 0; kind < Samples.KINDS; kind++) {
                demandSame(level, Samples.of(kind, random, 1 + random.nextInt(60_000)));
            }
        }
    }

    @Test
    @Tag("slow")
    void readsWhatZstdWroteAtEveryLevel() throws IOException {
        for (int level = Zstd.minCompressionLevel() / 4096; level <= Zstd.maxCompressionLevel(); level++) {
            for (int kind = 0; kind < Samples.KINDS; kind++) {
                demandSame(level, Samples.of(kind, random, random.nextInt(700_000)));
            }
        }
    }

    @Test
    void readsFramesThatDoNotSayTheirSize() throws IOException {
        byte[] plain = Samples.of(0, random, 400_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZstdOutputStream zstd = new ZstdOutputStream(out, 3)) {
            zstd.setChecksum(true);
            for (int at = 0; at < plain.length; at += 7_000) {
                zstd.write(plain, at, Math.min(7_000, plain.length - at));
                zstd.flush();
            }
        }
        assertThat(RecoverProgram.unzstd(out.toByteArray(), plain.length)).isEqualTo(plain);
        assertThatThrownBy(() -> RecoverProgram.unzstd(out.toByteArray(), plain.length - 1))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aWrongChecksumIsNoticed() {
        byte[] plain = Samples.of(1, random, 10_000);
        byte[] frame = compress(3, plain, true);
        frame[frame.length - 1] ^= 1;
        assertThatThrownBy(() -> RecoverProgram.unzstd(frame, plain.length)).hasMessageContaining("checksum");
    }

    @Test
    void whateverIsChangedInAFrameItIsReadOrRefusedInWords() {
        byte[] plain = Samples.of(0, random, 20_000);
        byte[] whole = compress(9, plain, false);
        for (int round = 0; round < 3_000; round++) {
            byte[] broken = Arrays.copyOf(whole, random.nextInt(20) == 0 ? random.nextInt(whole.length) : whole.length);
            for (int flips = random.nextInt(4); flips >= 0 && broken.length > 0; flips--) {
                broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                assertThat(RecoverProgram.unzstd(broken, plain.length)).hasSizeLessThanOrEqualTo(plain.length);
            } catch (IOException e) {
                assertThat(e.getMessage()).isNotBlank();
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", round " + round, e);
            }
        }
    }

    private void demandSame(int level, byte[] plain) throws IOException {
        byte[] frame = compress(level, plain, random.nextBoolean());
        assertThat(RecoverProgram.unzstd(frame, plain.length))
                .as("level %d, seed %d", level, seed)
                .isEqualTo(plain);
    }

    private static byte[] compress(int level, byte[] plain, boolean checksum) {
        try (var context = new com.github.luben.zstd.ZstdCompressCtx()) {
            return context.setLevel(level).setChecksum(checksum).compress(plain);
        }
    }
}
