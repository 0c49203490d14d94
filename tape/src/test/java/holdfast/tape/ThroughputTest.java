package holdfast.tape;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.crypto.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What writing and reading a cartridge costs in processor time, beside writing the same bytes to a file plainly.
 * Processor time of the one thread, not time on the wall: other work on the machine must not decide.
 */
@Tag("slow")
class ThroughputTest {
    private static final int BYTES = 512 << 20;

    @TempDir
    Path folder;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Test
    void aCartridgeIsWrittenAndReadFasterThanADriveCan() throws IOException {
        Path image = folder.resolve("a.tape");
        double write = 0;
        double read = 0;
        for (int round = 0; round < 2; round++) {
            Files.deleteIfExists(image);
            Files.createFile(image);
            try (VirtualDrive drive = new VirtualDrive("T")) {
                drive.load(image, 1L << 40, false);
                write = rate(() -> write(drive));
                read = rate(() -> assertThat(CartridgeReader.open(drive, key())
                                .scan(ObjectSink.NOTHING)
                                .intact())
                        .isTrue());
            }
        }
        Files.delete(image);
        double plain = rate(() -> plain(folder.resolve("plain")));
        System.out.printf(
                "cartridge: write %.0f MB/s, read %.0f MB/s; the same bytes to a plain file %.0f MB/s (processor time)%n",
                write, read, plain);
        assertThat(Math.min(write, read))
                .describedAs("an LTO-9 drive takes 400 MB/s")
                .isGreaterThan(400);
    }

    private interface Work {
        void run() throws IOException;
    }

    private double rate(Work work) throws IOException {
        long before = threads.getCurrentThreadCpuTime();
        work.run();
        return BYTES / 1e6 / ((threads.getCurrentThreadCpuTime() - before) / 1e9);
    }

    private static void write(Drive drive) throws IOException {
        CartridgeHeader header =
                new CartridgeHeader(Written.VOLUME, "S", 1, 1, Instant.EPOCH, CartridgeHeader.DEFAULT_BLOCK);
        CartridgeWriter writer = CartridgeWriter.begin(drive, Written.LABEL, header, key(), new SecureRandom());
        int size = 16 << 20;
        for (int i = 0; i < BYTES / size; i++) {
            writer.put("pack-" + i, size, new Zeros(size));
        }
        writer.finish();
    }

    private static void plain(Path file) throws IOException {
        byte[] block = new byte[CartridgeHeader.DEFAULT_BLOCK];
        try (var out = Files.newOutputStream(file)) {
            for (long done = 0; done < BYTES; done += block.length) {
                out.write(block);
            }
        }
        Files.delete(file);
    }

    private static Secret key() {
        return Secret.owning(new byte[32]);
    }

    private static final class Zeros extends InputStream {
        private int left;

        Zeros(int left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            if (left == 0) {
                return -1;
            }
            int part = Math.min(left, most);
            Arrays.fill(into, from, from + part, (byte) 0);
            left -= part;
            return part;
        }
    }
}
