package holdfast.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RestoreTest extends CommandLineFixture {
    private static final long SEED = 11;

    @Test
    void theLatestOfATagAHostAndAPathIsFound() throws IOException {
        done("backup", "--tag", "db,nightly", "--host", "one", source);
        Files.writeString(source.resolve("a.txt"), "eight");
        done("backup", "--host", "two", source);
        done("restore", "latest", "--tag", "db,nightly", "--target", target);
        assertThat(restored("a.txt")).hasContent("seven tapes");
        done("restore", "latest", "--host", "two", "--path", source, "--target", target);
        assertThat(restored("a.txt")).hasContent("eight");
        assertThat(run("restore", "latest", "--path", "/elsewhere", "--target", target))
                .isEqualTo(ExitCodes.FAILED);
    }

    @Test
    void aFolderOfASnapshotCanBeTheTop() {
        done("backup", source);
        done("restore", "latest:" + source + "/sub", "--target", target);
        assertThat(target.resolve("b.txt")).hasContent("went missing");
        assertThat(target.resolve("a.txt")).doesNotExist();
        assertThat(run("restore", "latest:/no/such", "--target", target)).isEqualTo(ExitCodes.FAILED);
        assertThat(err).contains("there is no folder /no/such");
    }

    @Test
    void onlyWhatIsIncludedAndNotExcludedIsRestored() {
        done("backup", source);
        done("restore", "latest", "--iinclude", "*.TXT", "--exclude", "b.*", "--target", target);
        assertThat(restored("a.txt")).exists();
        assertThat(restored("sub")).doesNotExist();
    }

    @Test
    void thePolicySaysWhatBecomesOfFilesThatAreThere() throws IOException {
        done("backup", source);
        done("restore", "latest", "--target", target);
        Files.writeString(restored("a.txt"), "mine, later");
        done("restore", "latest", "--target", target, "--overwrite", "never");
        assertThat(restored("a.txt")).hasContent("mine, later");
        done("restore", "latest", "--target", target, "--overwrite", "if-newer");
        assertThat(restored("a.txt")).hasContent("mine, later");
        assertThat(done("restore", "latest", "--target", target, "--overwrite", "if-changed", "--json"))
                .contains("\"files_restored\":1", "\"files_skipped\":1");
        assertThat(restored("a.txt")).hasContent("seven tapes");
        // Right size and time, wrong content: only 'always' looks into it.
        Files.writeString(restored("a.txt"), "seven types");
        Files.setLastModifiedTime(restored("a.txt"), Files.getLastModifiedTime(source.resolve("a.txt")));
        done("restore", "latest", "--target", target, "--overwrite", "if-changed");
        assertThat(restored("a.txt")).hasContent("seven types");
        done("restore", "latest", "--target", target);
        assertThat(restored("a.txt")).hasContent("seven tapes");
    }

    @Test
    void aRestoreGoesOnWithWhatIsRightAlready() throws IOException {
        byte[] large = new byte[20 << 20];
        new Random(SEED).nextBytes(large);
        Files.write(source.resolve("large"), large);
        done("backup", source);
        done("restore", "latest", "--target", target);
        // As if it had been broken off: the second half is missing, a byte of the first is wrong, the time is today's.
        byte[] half = Arrays.copyOf(large, 10 << 20);
        half[5 << 20] ^= 1;
        Files.write(restored("large"), half);
        assertThat(done("restore", "latest", "--target", target, "--json", "--verify"))
                .containsPattern("\"bytes_present\":[0-9]{7}");
        assertThat(restored("large")).hasBinaryContent(large);
    }

    @Test
    void whatTheSnapshotDoesNotHaveIsDeletedIfAskedFor() throws IOException {
        done("backup", source);
        done("restore", "latest", "--target", target);
        Files.createDirectories(restored("extra/deep"));
        Files.writeString(restored("extra/deep/x"), "x");
        Files.createSymbolicLink(restored("extra/out"), source);
        Files.writeString(restored("keep.me"), "kept");
        assertThat(done("restore", "latest", "--target", target, "--delete", "--dry-run"))
                .contains("would delete " + source + "/extra");
        assertThat(restored("extra/deep/x")).exists();
        done("restore", "latest", "--target", target, "--delete", "--exclude", "keep.me");
        assertThat(restored("extra")).doesNotExist();
        assertThat(restored("keep.me")).exists();
        assertThat(source.resolve("a.txt")).exists();
        assertThat(run("restore", "latest", "--target", "/", "--delete", "--dry-run"))
                .isEqualTo(ExitCodes.FAILED);
        assertThat(err).contains("--include");
    }

    @Test
    void zerosBecomeHolesIfAskedFor() throws IOException {
        byte[] content = new byte[6 << 20];
        content[3 << 20] = 1;
        Files.write(source.resolve("image"), content);
        done("backup", source);
        done("restore", "latest", "--target", target, "--sparse");
        assertThat(restored("image")).hasBinaryContent(content);
        long blocks = blocks(restored("image"));
        assertThat(blocks).isLessThan(blocks(source.resolve("image")) / 10);
    }

    private static long blocks(Path file) throws IOException {
        Process du = new ProcessBuilder("du", "-k", file.toString()).start();
        String line = new String(du.getInputStream().readAllBytes(), US_ASCII);
        return Long.parseLong(line.substring(0, line.indexOf('\t')));
    }

    @Test
    void aDryRunWritesNothing() {
        done("backup", source);
        assertThat(done("restore", "latest", "--target", target, "--dry-run")).contains("would restore 2 files");
        assertThat(target).doesNotExist();
    }

    @Test
    void aTargetThatIsAFileIsRefused() throws IOException {
        done("backup", source);
        Files.writeString(target, "a file");
        assertThat(run("restore", "latest", "--target", target)).isEqualTo(ExitCodes.FAILED);
        assertThat(err).contains("is a file; give a folder");
        assertThat(target).hasContent("a file");
    }

    @Test
    void aProgramThatRunsIsReplacedNotWrittenInto() throws Exception {
        Path program = source.resolve("program");
        Files.copy(Path.of("/bin/sleep"), program);
        done("backup", source);
        done("restore", "latest", "--target", target);
        Path running = restored("program");
        assertThat(running.toFile().setExecutable(true)).isTrue();
        Process process = new ProcessBuilder(running.toString(), "60").start();
        try {
            Files.setLastModifiedTime(running, FileTime.from(Instant.EPOCH));
            done("restore", "latest", "--target", target);
            assertThat(process.isAlive()).isTrue();
            assertThat(running).hasSameBinaryContentAs(program);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void anotherNameOfAFileThatIsThereIsNotWrittenThrough() throws IOException {
        done("backup", source);
        done("restore", "latest", "--target", target);
        Path other = folder.resolve("other name");
        Files.writeString(restored("a.txt"), "mine");
        Files.createLink(other, restored("a.txt"));
        done("restore", "latest", "--target", target);
        assertThat(restored("a.txt")).hasContent("seven tapes");
        assertThat(other).hasContent("mine");
        try (Stream<Path> files = Files.list(restored(""))) {
            assertThat(files).hasSize(2);
        }
    }
}
