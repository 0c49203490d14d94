package holdfast.vault.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of {@code vectors/}: what the generator makes, and what is there. */
final class VectorFiles {
    static final Path FOLDER =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("../vectors");

    private VectorFiles() {}

    /** Everything that is made, by its path in {@link #FOLDER}. */
    static Map<String, byte[]> made() {
        Map<String, byte[]> made = new TreeMap<>();
        GoldenVault golden = new GoldenVault();
        golden.build.objects.forEach((name, bytes) -> made.put("vault/" + name, bytes));
        made.put("files.sha256", files(golden.files));
        made.put("keys/passphrase", (VectorKeys.PASSPHRASE + "\n").getBytes(UTF_8));
        made.put("keys/owner.key", keyFile(golden.keys.ownerFile));
        made.put("keys/reader.key", keyFile(golden.keys.readerFile));
        made.put("keys/cataloguer.key", keyFile(golden.keys.cataloguerFile));
        made.put("keys/writer.key", keyFile(golden.keys.writerFile));
        made.put("primitives.txt", Primitives.text(golden).getBytes(UTF_8));
        for (Vector vector : new BrokenVectors(golden).all()) {
            made.put("broken/" + vector.name() + ".txt", vector.text().getBytes(UTF_8));
        }
        return made;
    }

    private static byte[] keyFile(byte[] secret) {
        return ("holdfast-key-1 " + Base64.getEncoder().encodeToString(secret) + "\n").getBytes(UTF_8);
    }

    /** As {@code sha256sum} writes and checks it. */
    private static byte[] files(Map<String, byte[]> files) {
        StringBuilder text = new StringBuilder();
        files.forEach((path, bytes) -> text.append(HexFormat.of().formatHex(SeededRandom.sha256(bytes)))
                .append("  ")
                .append(path)
                .append('\n'));
        return text.toString().getBytes(UTF_8);
    }

    /** What is there, except what people wrote. */
    static Map<String, byte[]> there() throws IOException {
        Map<String, byte[]> there = new TreeMap<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                there.put(FOLDER.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        there.remove("README.md");
        return there;
    }

    static void write() throws IOException {
        for (String old : there().keySet()) {
            Files.delete(FOLDER.resolve(old));
        }
        for (Map.Entry<String, byte[]> file : made().entrySet()) {
            Path path = FOLDER.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
