package holdfast.vault.recover;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

/**
 * Any bytes at all for the decoder of {@code recover/}. Without {@code JAZZER_FUZZ=1} it runs the seeds alone; with it,
 * for the time below, guided by coverage. The stretching of passphrases has no input that an enemy shapes but numbers,
 * which the vectors try.
 */
@Tag("slow")
class RecoverFuzzTest {
    private static final int MOST = 1 << 20;
    private static final byte[] MAGIC = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};

    @FuzzTest(maxDuration = "60s")
    void anyFrameIsReadAsZstdReadsItOrRefusedInWords(byte[] rest) {
        byte[] frame = new byte[MAGIC.length + rest.length];
        System.arraycopy(MAGIC, 0, frame, 0, MAGIC.length);
        System.arraycopy(rest, 0, frame, MAGIC.length, rest.length);
        byte[] ours;
        try {
            ours = RecoverProgram.unzstd(frame, MOST);
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        byte[] theirs = new byte[MOST];
        try {
            long length = Zstd.decompressByteArray(theirs, 0, MOST, frame, 0, frame.length);
            assertThat(java.util.Arrays.copyOf(theirs, (int) length)).isEqualTo(ours);
        } catch (ZstdException e) {
            // Stricter than we are: what it refuses was never written by it.
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
