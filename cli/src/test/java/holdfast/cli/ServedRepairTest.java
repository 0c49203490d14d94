package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code repair} of a vault that is served over HTTPS, after its disk erred. */
class ServedRepairTest extends ServedStoreFixture {
    private Path writer = Path.of("");

    @BeforeEach
    void aWriterSaves() throws IOException {
        byte[] large = new byte[200_000];
        new Random(1).nextBytes(large);
        Files.write(folder.resolve("source/large"), large);
        writer = folder.resolve("writer");
        done("init");
        done("key", "add", "--role", "writer", "--new-key-file", writer.toString());
        done("backup", folder.resolve("source").toString(), "--key-file", writer.toString());
    }

    @Test
    void theOwnerMakesTheIndexAnewAndTheWriterDoesNot() throws IOException {
        for (Path part : files("index")) {
            Files.delete(part);
        }
        assertThat(run("check")).isEqualTo(ExitCodes.DAMAGE);
        refusedToTheWriter("index");
        assertThat(files("index")).isEmpty();
        done("repair", "index");
        done("check", "--read-data");
    }

    @Test
    void theOwnerSavesWhatIsWholeAndForgetsWhatIsNotAndTheWriterDoesNot() throws IOException {
        Path pack = files("packs").stream()
                .max(Comparator.comparingLong(file -> file.toFile().length()))
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(pack);
        bytes[bytes.length / 2] ^= 1;
        Files.write(pack, bytes);
        assertThat(run("check", "--read-data")).isEqualTo(ExitCodes.DAMAGE);
        refusedToTheWriter("packs");
        assertThat(pack).exists();
        done("repair", "packs");
        assertThat(pack).doesNotExist();
        assertThat(run("check")).isEqualTo(ExitCodes.DAMAGE);
        refusedToTheWriter("snapshots", "--forget");
        assertThat(run("check")).isEqualTo(ExitCodes.DAMAGE);
        done("repair", "snapshots", "--forget");
        assertThat(out).contains("source/large");
        done("check", "--read-data");
        assertThat(files("forgotten")).hasSize(1);
        done("backup", folder.resolve("source").toString(), "--key-file", writer.toString());
        done("restore", "latest", "--target", folder.resolve("target").toString());
        assertThat(folder.resolve("target" + folder.resolve("source/large")))
                .hasSameBinaryContentAs(folder.resolve("source/large"));
    }

    private void refusedToTheWriter(String what, String... options) {
        List<String> line = new ArrayList<>(List.of("repair", what, "--key-file", writer.toString()));
        line.addAll(List.of(options));
        assertThat(run(line.toArray(String[]::new))).isEqualTo(ExitCodes.NOT_PERMITTED);
        assertThat(err).contains("only an owner repairs");
    }

    private void done(String... args) {
        assertThat(run(args)).as(out + err).isZero();
    }

    private List<Path> files(String kind) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("served").resolve(kind))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
