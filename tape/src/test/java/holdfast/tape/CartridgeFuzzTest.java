package holdfast.tape;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;

/**
 * Any bytes at all as the image of a cartridge. Without {@code JAZZER_FUZZ=1} it runs the seeds alone; with it, for
 * the time below, guided by coverage.
 */
@Tag("slow")
class CartridgeFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void anyImageIsReadOrRefusedInWords(byte[] image) throws IOException {
        Path folder = Files.createTempDirectory("holdfast-fuzz-");
        try {
            Written written = Written.make(folder, "a.tape", Written.objects(1), (byte) 7);
            byte[] whole = written.bytes();
            try {
                Written.Found found = written.scan(spliced(whole, image));
                found.whole().forEach((name, content) -> assertThat(content).isEqualTo(written.objects.get(name)));
            } catch (CartridgeException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        } finally {
            for (String file : new String[] {"a.tape", "copy.tape"}) {
                Files.deleteIfExists(folder.resolve(file));
            }
            Files.delete(folder);
        }
    }

    /** The first two bytes say where the rest is laid over a whole cartridge; 0xFFFF gives the rest alone. */
    private static byte[] spliced(byte[] whole, byte[] data) {
        if (data.length < 2) {
            return data;
        }
        int at = (data[0] & 0xff) << 8 | (data[1] & 0xff);
        byte[] rest = Arrays.copyOfRange(data, 2, data.length);
        if (at == 0xffff) {
            return rest;
        }
        byte[] image = whole.clone();
        int from = at % image.length;
        System.arraycopy(rest, 0, image, from, Math.min(rest.length, image.length - from));
        return image;
    }
}
