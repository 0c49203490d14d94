package holdfast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
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

class HoldfastTest {
    @TempDir
    Path folder;

    private String vault = "";
    private String source = "";
    private String out = "";
    private String err = "";

    @BeforeEach
    void makeVault() throws IOException {
        vault = folder.resolve("vault").toString();
        source = folder.resolve("source").toString();
        Files.createDirectories(folder.resolve("source/sub"));
        Files.writeString(folder.resolve("source/a.txt"), "seven tapes");
        Files.writeString(folder.resolve("source/sub/b.txt"), "went missing");
        assertThat(run("init")).isZero();
    }

    @Test
    void whatIsBackedUpIsListedAndRestored() throws IOException {
        assertThat(run("backup", "--tag", "t1", source)).isZero();
        assertThat(run("snapshots", "--json")).isZero();
        assertThat(out).contains("\"tags\":[\"t1\"]").contains("\"files\":2");
        assertThat(run("ls", "-l", "latest")).isZero();
        assertThat(out).contains(source + "/sub/b.txt");
        Path target = folder.resolve("target");
        assertThat(run("restore", "latest", "--tag", "t1", "--target", target.toString()))
                .isZero();
        assertThat(target.resolve(source.substring(1)).resolve("sub/b.txt")).hasContent("went missing");
        assertThat(run("check", "--read-data")).isZero();
    }

    @Test
    void oneIsNotCalledSeveral() {
        assertThat(run("backup", source)).isZero();
        assertThat(run("check")).isZero();
        assertThat(out).startsWith("sound: 1 snapshot, ").doesNotContain("1 snapshots");
        assertThat(run("backup", source)).isZero();
        assertThat(run("check")).isZero();
        assertThat(out).startsWith("sound: 2 snapshots, ");
    }

    @Test
    void aFlippedByteIsNamedWithItsPackAndPlace() throws IOException {
        assertThat(run("backup", source)).isZero();
        Path pack;
        try (Stream<Path> packs = Files.walk(folder.resolve("vault/packs"))) {
            pack = packs.filter(Files::isRegularFile).toList().getFirst();
        }
        byte[] bytes = Files.readAllBytes(pack);
        bytes[40] ^= 1;
        Files.write(pack, bytes);
        assertThat(run("check", "--read-data")).isEqualTo(ExitCodes.DAMAGE);
        assertThat(err).contains(pack.getFileName().toString()).contains("group 0 at byte 25");
    }

    @Test
    void eachFailureHasItsExitCode() {
        assertThat(run("backup", folder.resolve("gone").toString())).isEqualTo(ExitCodes.FAILED);
        assertThat(err).contains("there is no " + folder.resolve("gone"));
        assertThat(run("restore", "latest", "--target", "x")).isEqualTo(ExitCodes.FAILED);
        vault = folder.resolve("nothing").toString();
        assertThat(run("snapshots")).isEqualTo(ExitCodes.NO_VAULT);
        assertThat(run("frobnicate")).isEqualTo(2);
    }

    @Test
    void whatIsExcludedIsNotSaved() throws IOException {
        Files.writeString(folder.resolve("source/sub/core.o"), "object");
        Files.writeString(folder.resolve("source/big"), "x".repeat(3000));
        assertThat(run("backup", "-q", "-e", "*.o", "--exclude-larger-than", "2k", source))
                .isZero();
        assertThat(run("ls", "latest")).isZero();
        assertThat(out).contains("a.txt", "sub/b.txt").doesNotContain("core.o", "big");
        assertThat(run("backup", "--exclude-larger-than", "much", source)).isEqualTo(ExitCodes.FAILED);
        assertThat(err).contains("not a size");
    }

    @Test
    void snapshotsAreSearchedAndCompared() throws IOException {
        assertThat(run("backup", source)).isZero();
        Files.writeString(folder.resolve("source/a.txt"), "eight");
        Files.delete(folder.resolve("source/sub/b.txt"));
        Files.writeString(folder.resolve("source/new"), "new");
        assertThat(run("backup", source)).isZero();
        assertThat(run("find", "b.*")).isZero();
        assertThat(out.lines()).hasSize(1).allMatch(line -> line.endsWith("sub/b.txt"));
        assertThat(run("snapshots", "--json")).isZero();
        String first = out.substring(out.indexOf("\"id\":\"") + 6).substring(0, 16);
        assertThat(run("diff", first, "latest")).isZero();
        assertThat(out)
                .contains("M    " + source + "/a.txt", "-    " + source + "/sub/b.txt", "+    " + source + "/new");
    }

    @Test
    void anotherKeyFileIsRefused() {
        String right = keyFile();
        assertThat(runPlain(
                        "init",
                        "-r",
                        folder.resolve("v2").toString(),
                        "--key-file",
                        folder.resolve("k2").toString()))
                .isZero();
        assertThat(runPlain("snapshots", "-r", folder.resolve("v2").toString(), "--key-file", right))
                .isEqualTo(ExitCodes.WRONG_CREDENTIAL);
    }

    private String keyFile() {
        return folder.resolve("key").toString();
    }

    private int run(String... args) {
        List<String> all = new ArrayList<>(List.of("-r", vault, "--no-cache", "--key-file", keyFile()));
        all.addAll(List.of(args));
        return runPlain(all.toArray(String[]::new));
    }

    private int runPlain(String... args) {
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        int code = Holdfast.execute(new PrintWriter(outText), new PrintWriter(errText), List.of(args));
        out = outText.toString();
        err = errText.toString();
        return code;
    }

    @Test
    void nothingReadableLiesInTheVault() throws IOException {
        assertThat(run("backup", source)).isZero();
        try (Stream<Path> files = Files.walk(folder.resolve("vault"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), UTF_8)).doesNotContain("a.txt", "seven");
            }
        }
    }
}
