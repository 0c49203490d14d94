package holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Files that nothing can compress, 0.2 to 40 MB each, as photographs and films are. */
final class RandomFiles {
    private RandomFiles() {}

    static void make(Path folder, long bytes) throws IOException {
        Files.createDirectories(folder);
        SplittableRandom random = new SplittableRandom(21);
        long left = bytes;
        for (int i = 0; left > 0; i++) {
            double size = Math.exp(14.8 + 1.2 * random.nextGaussian());
            int length = (int) Math.min(left, Math.min(40e6, Math.max(200e3, size)));
            byte[] content = new byte[length];
            new SplittableRandom(1000 + i).nextBytes(content);
            Files.write(folder.resolve("media-%04d.bin".formatted(i)), content);
            left -= length;
        }
    }
}
