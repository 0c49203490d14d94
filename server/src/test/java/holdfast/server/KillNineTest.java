package holdfast.server;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.ledger.LedgerVerifier;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The server and its database killed with SIGKILL in the middle of their work, and started again. */
class KillNineTest {
    private final long seed = Long.getLong("holdfast.seed", 20241223L);
    private final Random random = new Random(seed);
    private final Set<String> acknowledged = new HashSet<>();
    private Path data = Path.of("unset");

    @BeforeEach
    void folder() throws IOException {
        Path scratch = Files.createTempDirectory("holdfast-kill-");
        Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwx--x--x"));
        data = scratch.resolve("data");
    }

    @AfterEach
    void remove() throws IOException {
        FileSystemUtils.deleteRecursively(data.getParent());
    }

    @Test
    void nothingAcknowledgedIsLostWhenTheServerIsKilled() throws Exception {
        killAndStart(1);
        killAndStart(2);
        everythingIsThere();
    }

    @Test
    @Tag("slow")
    void nothingAcknowledgedIsLostInTwentyKillings() throws Exception {
        for (int round = 1; round <= 20; round++) {
            killAndStart(round);
        }
        everythingIsThere();
    }

    /** Odd rounds kill the server alone, even ones its database first, so that both die with work half done. */
    private void killAndStart(int round) throws IOException, InterruptedException {
        Process server = start("act", Integer.toString(round));
        int enough = 5 + random.nextInt(60);
        int seen = 0;
        try (BufferedReader said = server.inputReader(StandardCharsets.UTF_8)) {
            String line;
            while ((line = said.readLine()) != null) {
                if (line.startsWith("acknowledged ")) {
                    acknowledged.add(line.substring("acknowledged ".length()));
                    seen++;
                    if (seen == enough) {
                        if (round % 2 == 0) {
                            killDatabase();
                        }
                        server.toHandle()
                                .destroyForcibly(); // the process's own method would close the pipe that we read
                    }
                }
            }
        }
        server.waitFor();
        assertThat(seen)
                .as("round %d, seed %d: starts at the first try", round, seed)
                .isGreaterThanOrEqualTo(enough);
    }

    private void everythingIsThere() throws IOException, InterruptedException {
        Process server = start("tell");
        List<String> said = server.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(server.waitFor()).as("%s", said).isZero();
        Set<String> kept = new HashSet<>();
        said.stream()
                .filter(line -> line.startsWith("kept "))
                .forEach(line -> kept.add(line.substring("kept ".length())));
        assertThat(kept).as("seed %d", seed).containsAll(acknowledged);
        // One act, one entry: the administrator's two are his enrolment and nothing else.
        assertThat(said).anyMatch(line -> line.equals("entries " + kept.size() + " integrated " + kept.size()));
        var verified = LedgerVerifier.verify(data.resolve("ledger"));
        assertThat(verified.whole()).as("%s", verified).isTrue();
        assertThat(Files.exists(data.resolve("postgres/data/postmaster.pid")))
                .as("stopped")
                .isFalse();
    }

    private void killDatabase() throws IOException {
        String pid = Files.readAllLines(data.resolve("postgres/data/postmaster.pid"))
                .getFirst()
                .strip();
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
    }

    private Process start(String... what) throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes,
                ActingServer.class.getName(),
                data.toString()));
        command.addAll(List.of(what));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
