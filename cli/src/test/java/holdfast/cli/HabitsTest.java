package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What somebody who knows restic types, and what they expect. */
class HabitsTest extends CommandLineFixture {
    @Test
    void theLastSnapshotsOfEachHostAreListedInGroups() {
        for (String host : new String[] {"one", "two", "one"}) {
            done("backup", "-q", "-H", host, "--tag", "a,b", source);
        }
        assertThat(done("snapshots", "-c")).contains("3 snapshots").doesNotContain(source.toString());
        assertThat(done("snapshots", "--latest", 1).lines().filter(line -> line.contains("a,b")))
                .hasSize(2);
        assertThat(done("snapshots", "--group-by", "host").lines())
                .containsSubsequence(
                        "snapshots of host 'one':", "2 snapshots", "snapshots of host 'two':", "1 snapshot");
        assertThat(done("snapshots", "--host", "two", "--tag", "a")).contains("1 snapshot");
        assertThat(run("snapshots", "--latest", 0)).isEqualTo(2);
        assertThat(run("snapshots", "--group-by", "colour")).isEqualTo(ExitCodes.FAILED);
    }

    @Test
    void aFolderIsListedWithoutWhatLiesDeeperUnlessAskedFor() throws IOException {
        Files.createDirectories(source.resolve("sub/deep"));
        Files.writeString(source.resolve("sub/deep/c.txt"), "deep");
        done("backup", "-q", source);
        String sub = source.resolve("sub").toString();
        assertThat(done("ls", "latest", sub).lines()).containsExactly(sub, sub + "/b.txt", sub + "/deep");
        assertThat(done("ls", "latest", sub, "--recursive")).contains(sub + "/deep/c.txt");
        assertThat(done("ls", "latest", sub + "/b.txt").lines()).containsExactly(sub + "/b.txt");
        assertThat(done("ls", "latest")).contains(sub + "/deep/c.txt");
    }

    @Test
    void filesAreFoundByTheirTimesAndADiffTellsOfThemIfAsked() throws IOException {
        Files.setLastModifiedTime(source.resolve("a.txt"), FileTime.from(Instant.parse("2020-02-03T12:00:00Z")));
        done("backup", "-q", source);
        assertThat(done("find", "*.txt", "--newest", "2020-12-31"))
                .contains("a.txt")
                .doesNotContain("b.txt");
        assertThat(done("find", "*.txt", "-O", "2020-12-31")).contains("b.txt").doesNotContain("a.txt");
        String first = done("snapshots", "--json").replaceFirst("(?s).*?\"id\":\"([0-9a-f]+)\".*", "$1");
        Files.setLastModifiedTime(source.resolve("a.txt"), FileTime.from(Instant.parse("2021-02-03T12:00:00Z")));
        done("backup", "-q", source);
        assertThat(done("diff", first, "latest")).isEmpty();
        // The folders above belong to every program of this machine, and may have changed meanwhile.
        assertThat(done("diff", first, "latest", "--metadata").lines().filter(line -> line.contains(source.toString())))
                .containsExactly("U    " + source + "/a.txt");
    }
}
