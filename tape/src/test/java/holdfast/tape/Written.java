package holdfast.tape;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.crypto.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Small cartridges for tests: written into an image file and read back from any bytes. */
final class Written {
    static final Barcode VOLUME = new Barcode("HF0001L9");
    static final CartridgeLabel LABEL =
            new CartridgeLabel(VOLUME, "Holdfast Drill Office (synthetic)", "please call +852 0000 0000");
    static final int BLOCK = 1024;

    final Path image;
    final Secret key;
    final Map<String, byte[]> objects;

    private Written(Path image, Secret key, Map<String, byte[]> objects) {
        this.image = image;
        this.key = key;
        this.objects = objects;
    }

    static Written make(Path folder, String file, Map<String, byte[]> objects, byte keyByte) throws IOException {
        Path image = folder.resolve(file);
        Files.deleteIfExists(image);
        Files.createFile(image);
        byte[] key = new byte[32];
        Arrays.fill(key, keyByte);
        try (VirtualDrive drive = new VirtualDrive("T")) {
            drive.load(image, 1 << 30, false);
            CartridgeHeader header =
                    new CartridgeHeader(VOLUME, "SET-1", 1, 7, Instant.parse("2024-12-23T01:00:00Z"), BLOCK);
            CartridgeWriter writer =
                    CartridgeWriter.begin(drive, LABEL, header, Secret.copyOf(key), new SecureRandom());
            for (Map.Entry<String, byte[]> object : objects.entrySet()) {
                writer.put(object.getKey(), object.getValue().length, new ByteArrayInputStream(object.getValue()));
            }
            writer.finish();
        }
        return new Written(image, Secret.owning(key), objects);
    }

    /** A dozen objects of the sizes at which off-by-one errors live. */
    static Map<String, byte[]> objects(long seed) {
        Random random = new Random(seed);
        Map<String, byte[]> objects = new LinkedHashMap<>();
        for (int size : List.of(0, 1, 100, BLOCK - 16, BLOCK, 3 * BLOCK, 2500)) {
            byte[] content = new byte[size];
            random.nextBytes(content);
            objects.put("pack-" + objects.size() + "-匣", content);
        }
        return objects;
    }

    byte[] bytes() throws IOException {
        return Files.readAllBytes(image);
    }

    /** What a scan of these bytes finds, and which contents it gave out as whole. */
    Found scan(byte[] bytes) throws IOException {
        Path copy = image.resolveSibling("copy.tape");
        Files.write(copy, bytes);
        Map<String, byte[]> given = new TreeMap<>();
        try (VirtualDrive drive = VirtualDrive.reading(copy)) {
            CartridgeScan scan = CartridgeReader.open(drive, key).scan(new Keeping(given));
            return new Found(scan, given);
        }
    }

    record Found(CartridgeScan scan, Map<String, byte[]> whole) {}

    private static final class Keeping implements ObjectSink {
        private final Map<String, byte[]> given;
        private ByteArrayOutputStream out = new ByteArrayOutputStream();

        Keeping(Map<String, byte[]> given) {
            this.given = given;
        }

        @Override
        public OutputStream begin(String name, long size) {
            out = new ByteArrayOutputStream();
            return out;
        }

        @Override
        public void end(String name, boolean whole) {
            if (whole) {
                given.put(name, out.toByteArray());
            }
        }
    }

    static String latin(byte[] bytes) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
