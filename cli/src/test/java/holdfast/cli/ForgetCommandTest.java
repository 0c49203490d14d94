package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code forget} and {@code prune} as somebody types them. */
class ForgetCommandTest {
    @TempDir
    Path folder;

    private String out = "";
    private String err = "";

    @BeforeEach
    void makeSnapshots() throws IOException {
        Files.createDirectories(folder.resolve("source"));
        assertThat(run("init", "--grace", "3d")).isZero();
        for (int i = 0; i < 4; i++) {
            Files.writeString(folder.resolve("source/f"), "number " + i);
            assertThat(run(
                            "backup",
                            "-q",
                            "--tag",
                            "t" + i,
                            folder.resolve("source").toString()))
                    .isZero();
        }
    }

    @Test
    void aPolicyKeepsWhatItSays() throws IOException {
        assertThat(run("forget", "--keep-last", "2", "--keep-tag", "t0", "--dry-run"))
                .isZero();
        assertThat(out).contains("has tags t0", "last snapshot", "would forget 1 snapshot");
        assertThat(snapshots()).isEqualTo(4);
        assertThat(run("forget", "--keep-last", "2", "--keep-tag", "t0")).isZero();
        assertThat(snapshots()).isEqualTo(3);
        assertThat(run("forget", "latest")).isZero();
        assertThat(snapshots()).isEqualTo(2);
        assertThat(run("check", "--read-data")).isZero();
    }

    @Test
    void nothingIsForgottenByMistake() {
        assertThat(run("forget")).isEqualTo(2);
        assertThat(run("forget", "--keep-last", "0")).isEqualTo(2);
        assertThat(run("forget", "--keep-tag", "nobody-has-it")).isEqualTo(ExitCodes.FAILED);
        assertThat(err).contains("--unsafe-allow-remove-all");
        assertThat(run("forget", "--keep-daily", "many")).isEqualTo(ExitCodes.FAILED);
        assertThat(run("forget", "0123")).isEqualTo(ExitCodes.FAILED);
        assertThat(snapshots()).isEqualTo(4);
    }

    @Test
    void pruneMarksFirstAndWithoutGraceDeletes() throws IOException {
        assertThat(run("forget", "--keep-last", "1", "--prune", "--json")).isZero();
        assertThat(out).contains("\"message_type\":\"group\"", "\"message_type\":\"plan\"", "\"packs_deleted\":0");
        long before = packs();
        assertThat(run("prune", "--unsafe-no-grace", "--dry-run")).isZero();
        assertThat(packs()).isEqualTo(before);
        assertThat(run("prune", "--unsafe-no-grace")).isZero();
        assertThat(packs()).isLessThan(before);
        assertThat(run("check", "--read-data")).isZero();
        assertThat(run("restore", "latest", "--target", folder.resolve("t").toString()))
                .isZero();
        assertThat(run("prune", "--max-unused", "some")).isEqualTo(ExitCodes.FAILED);
    }

    @Test
    void aWriterNeitherForgetsNorPrunes() {
        String writer = folder.resolve("writer").toString();
        assertThat(run("key", "add", "--role", "writer", "--new-key-file", writer))
                .isZero();
        assertThat(run("forget", "latest", "--key-file", writer)).isEqualTo(ExitCodes.NOT_PERMITTED);
        assertThat(run("prune", "--key-file", writer)).isEqualTo(ExitCodes.NOT_PERMITTED);
        assertThat(snapshots()).isEqualTo(4);
    }

    private long snapshots() {
        assertThat(run("snapshots", "--json")).isZero();
        return out.lines().count();
    }

    private long packs() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("vault/packs"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private int run(String... args) {
        List<String> all = new ArrayList<>(List.of("-r", folder.resolve("vault").toString(), "--no-cache"));
        if (!List.of(args).contains("--key-file")) {
            all.addAll(List.of("--key-file", folder.resolve("key").toString()));
        }
        all.addAll(List.of(args));
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        int code = Holdfast.execute(new PrintWriter(outText), new PrintWriter(errText), all);
        out = outText.toString();
        err = errText.toString();
        return code;
    }
}
