package holdfast.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * A disk image: files at 4 KiB boundaries, blocks like tables of inodes, blobs that do not compress, and a third of
 * zeros. In version 2, 400 blocks somewhere were written again, and 24 MB of new files lie in the free space.
 */
final class DiskImage {
    private static final int BLOCK = 4096;
    private static final int ZEROS_PERCENT = 35;

    private final SourceText text = new SourceText(41);
    private final SplittableRandom random = new SplittableRandom(42);

    static void make(Path folder, long bytes) throws IOException {
        Path first = Files.createDirectories(folder.resolve("v1")).resolve("disk.img");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(first), 1 << 20)) {
            new DiskImage().write(out, bytes / BLOCK * BLOCK);
        }
        Path second = Files.createDirectories(folder.resolve("v2")).resolve("disk.img");
        Files.copy(first, second);
        try (RandomAccessFile image = new RandomAccessFile(second.toFile(), "rw")) {
            new DiskImage().change(image);
        }
    }

    private void write(OutputStream out, long bytes) throws IOException {
        long group = bytes / 12;
        for (long written = 0; written < bytes; ) {
            long end = Math.min(bytes, written + group);
            long zerosFrom = end - (end - written) * ZEROS_PERCENT / 100 / BLOCK * BLOCK;
            while (written < zerosFrom) {
                byte[] next = next();
                int length = (int) Math.min(next.length, zerosFrom - written);
                out.write(next, 0, length);
                written += length;
            }
            byte[] zeros = new byte[BLOCK];
            for (; written < end; written += BLOCK) {
                out.write(zeros);
            }
        }
    }

    /** Some whole blocks. */
    private byte[] next() {
        byte[] content;
        if (random.nextInt(700) == 0) {
            content = noise(12 << 20);
        } else if (random.nextInt(16) == 0) {
            content = inodes();
        } else {
            content = text.file(random, (int) Math.min(4e6, Math.exp(8.4 + 1.8 * random.nextGaussian())));
        }
        return java.util.Arrays.copyOf(content, (content.length + BLOCK - 1) / BLOCK * BLOCK);
    }

    private byte[] inodes() {
        byte[] block = new byte[BLOCK];
        for (int at = 0; at < BLOCK; at += 256) {
            System.arraycopy(noise(32), 0, block, at, 32);
        }
        return block;
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private void change(RandomAccessFile image) throws IOException {
        long blocks = image.length() / BLOCK;
        for (int i = 0; i < 400; i++) {
            image.seek(random.nextLong(blocks) * BLOCK);
            image.write(noise(BLOCK));
        }
        image.seek(blocks * 97 / 100 * BLOCK);
        long room = Math.min(24 << 20, image.length() - image.getFilePointer());
        for (long done = 0; done + (1 << 20) <= room; done += 1 << 20) {
            image.write(noise(1 << 19));
            image.write(java.util.Arrays.copyOf(text.file(random, 1 << 19), 1 << 19));
        }
    }
}
