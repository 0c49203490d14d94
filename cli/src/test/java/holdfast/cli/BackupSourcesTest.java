package holdfast.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.vault.host.RawText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BackupSourcesTest extends CommandLineFixture {
    @Test
    void pathsComeFromFilesOfThreeKinds() throws IOException {
        Files.writeString(source.resolve("# odd "), "an odd name");
        Path plain = list("plain", "# a comment\n\n  " + source + "/*.txt  \n");
        Path verbatim = list("verbatim", source + "/# odd \n");
        Path raw = list("raw", source + "/sub\0");
        done("backup", "--files-from", plain, "--files-from-verbatim", verbatim, "--files-from-raw", raw);
        assertThat(done("ls", "latest")).contains("/a.txt\n", "/# odd \n", "/sub/b.txt\n");
        assertThat(run("backup", "--files-from", list("none", source + "/*.jpg\n")))
                .isEqualTo(ExitCodes.FAILED);
        assertThat(err).contains("no file is called like");
    }

    private Path list(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void whatACommandPrintsIsSavedAsAFile() {
        done("backup", "--stdin-from-command", "--stdin-filename", "db/dump.sql", "--", "printf", "INSERT %s", "x");
        assertThat(done("ls", "latest")).contains("/db/dump.sql");
        Path file = folder.resolve("dumped");
        done("dump", "latest", "/db/dump.sql", "--target", file);
        assertThat(file).hasContent("INSERT x");
    }

    @Test
    void aCommandThatFailsLeavesNoSnapshot() {
        assertThat(run("backup", "--stdin-from-command", "--", "sh", "-c", "echo half; exit 7"))
                .isEqualTo(ExitCodes.FAILED);
        assertThat(err).contains("failed with exit code 7", "there is no snapshot");
        assertThat(done("snapshots")).contains("0 snapshots");
        done("check", "--read-data");
    }

    @Test
    void aDryRunPutsNothingIntoTheVault() throws IOException {
        long before = objects();
        assertThat(done("backup", "--dry-run", source)).contains("2 files", "dry run");
        assertThat(objects()).isEqualTo(before);
        assertThat(done("snapshots")).contains("0 snapshots");
    }

    private long objects() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("vault"))) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void aSnapshotTellsTheTimeThatWasGiven() {
        done("backup", "--time", "2026-03-01T10:00:00Z", "--host", "nas", source);
        assertThat(done("snapshots", "--json")).contains("\"time\":\"2026-03-01T10:00:00Z\"", "\"hostname\":\"nas\"");
        assertThat(run("backup", "--time", "yesterday", source)).isEqualTo(ExitCodes.FAILED);
        assertThat(err).contains("not a time");
    }

    @Test
    void marksAndPatternsLeaveOut() throws IOException {
        Files.createDirectories(source.resolve("cache"));
        Files.writeString(source.resolve("cache/.nobackup"), "v1 skip");
        Files.writeString(source.resolve("cache/big"), "big");
        Files.writeString(source.resolve("IMG.TMP"), "x");
        done("backup", "--exclude-if-present", ".nobackup:v1", "--iexclude", "*.tmp", source);
        assertThat(done("ls", "latest")).contains("cache/.nobackup", "a.txt").doesNotContain("big", "IMG");
        done("backup", "--exclude-if-present", ".nobackup:v2", source);
        assertThat(done("ls", "latest")).contains("cache/big", "IMG.TMP");
    }

    @Test
    void relativePathsAreStoredAndRestoredRelative() throws IOException {
        Path relative = Path.of("target/relative-" + folder.getFileName());
        Files.createDirectories(relative);
        try {
            Files.writeString(relative.resolve("f"), "here");
            done("backup", relative);
            done("restore", "latest", "--target", target);
            assertThat(target.resolve(relative).resolve("f")).hasContent("here");
        } finally {
            Files.deleteIfExists(relative.resolve("f"));
            Files.deleteIfExists(relative);
        }
    }

    /** What a locale cannot say: a name that is no UTF-8, through a list, a pattern and a restore. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void namesAreBytesInListsAndPatterns() throws Exception {
        byte[] list = (source + "/\u00ff-odd\0" + source + "/a.txt\0").getBytes(ISO_8859_1);
        Files.write(folder.resolve("raw"), list);
        String make = "printf odd > \"$(printf '%s/\\377-odd' \"$0\")\"";
        assertThat(new ProcessBuilder("sh", "-c", make, source.toString())
                        .start()
                        .waitFor())
                .isZero();
        done("backup", "--files-from-raw", folder.resolve("raw"));
        assertThat(done("ls", "--json", "latest")).contains("\\\\xff-odd");
        String pattern = RawText.of(new byte[] {'*', (byte) 0xff, '*'});
        done("restore", "latest", "--include", pattern, "--target", target);
        assertThat(run("restore", "latest", "--include", "*\u00ff*", "--target", target))
                .isEqualTo(ExitCodes.FAILED);
        String found = "test \"$(cat \"$(printf '%s/\\377-odd' \"$0\")\")\" = odd";
        assertThat(new ProcessBuilder("sh", "-c", found, restored("").toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void aFileCalledLikeAnArgumentFileIsAFile() throws IOException {
        Path relative = Path.of("@nobody-" + folder.getFileName());
        Files.writeString(relative, "at");
        try {
            done("backup", relative);
            assertThat(done("ls", "latest")).contains("@nobody");
        } finally {
            Files.delete(relative);
        }
    }
}
