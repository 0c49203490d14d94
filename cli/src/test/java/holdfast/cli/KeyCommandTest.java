package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code key} as somebody types it when a host is lost. */
class KeyCommandTest extends CommandLineFixture {
    private static final Pattern ADDED = Pattern.compile("\"id\":\"([0-9a-f]{64})\".*\"signer\":\"([^\"]+)\"");

    @Test
    void aWritersKeyThatIsTakenBackOpensNothingAndSignsNothingAndIsListedAsRevoked() {
        Path key = folder.resolve("writer");
        Matcher added =
                added(done("key", "add", "--json", "--role", "writer", "--new-key-file", key, "--label", "lost"));
        done("backup", "-q", "--key-file", key, source);
        assertThat(done("key", "list"))
                .contains(added.group(1).substring(0, 8), "lost", added.group(2).substring(0, 8));
        assertThat(run("key", "remove", added.group(1), "--key-file", key)).isEqualTo(ExitCodes.NOT_PERMITTED);
        assertThat(err).contains("only an owner takes keys back");
        String said = done("key", "remove", added.group(1).substring(0, 10));
        assertThat(said).contains("from now on counts for nothing", "1 snapshot)", "store token remove");
        assertThat(run("backup", "--key-file", key, source)).isEqualTo(ExitCodes.WRONG_CREDENTIAL);
        assertThat(done("key", "list")).contains("writer", "lost", "(revoked ");
        assertThat(done("key", "list", "--json"))
                .contains("\"id\":\"\",\"role\":\"writer\"", "\"signer\":\"" + added.group(2), "\"revoked\":\"20");
        done("check", "--read-data");
        done("restore", "latest", "--target", target);
        assertThat(restored("a.txt")).hasContent("seven tapes");
        assertThat(done("key", "remove", added.group(2))).contains("counted for nothing already");
    }

    @Test
    void theJsonOfARemovalSaysWhoseSignatureWasTakenBackAndWhatStays() {
        Matcher added = added(done(
                "key", "add", "--json", "--role", "writer", "--new-key-file", folder.resolve("w"), "--label", "host"));
        assertThat(done("key", "remove", "--json", added.group(2)))
                .contains(
                        "\"message_type\":\"key_removed\",\"id\":\"" + added.group(1),
                        "\"label\":\"host\"",
                        "\"revoked\":true,\"snapshots_kept\":0");
        Matcher owner = added(done("key", "add", "--json", "--role", "owner", "--new-key-file", folder.resolve("o")));
        assertThat(done("key", "remove", "--json", owner.group(1))).contains("\"revoked\":false");
        assertThat(run("key", "remove", "no such key")).isEqualTo(ExitCodes.FAILED);
    }

    private static Matcher added(String json) {
        Matcher added = ADDED.matcher(json);
        assertThat(added.find()).as(json).isTrue();
        return added;
    }
}
