package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code repair} as somebody types it, after what {@code check} said. */
class RepairCommandTest extends CommandLineFixture {
    @BeforeEach
    void save() throws IOException {
        byte[] bytes = new byte[3_000_000];
        new Random(1).nextBytes(bytes);
        Files.write(source.resolve("large"), bytes);
        done("backup", "-q", source);
    }

    @Test
    void theIndexIsMadeAnew() throws IOException {
        for (Path part : files("index")) {
            Files.delete(part);
        }
        assertThat(run("check")).isEqualTo(ExitCodes.DAMAGE);
        assertThat(run("prune")).isEqualTo(ExitCodes.DAMAGE);
        assertThat(err).contains("repair index");
        assertThat(run("repair", "snapshots")).isEqualTo(ExitCodes.FAILED);
        assertThat(err).contains("repair index");
        assertThat(run("repair", "index", "--dry-run")).isEqualTo(ExitCodes.DAMAGE);
        assertThat(out).contains("would be told of");
        assertThat(files("index")).isEmpty();
        assertThat(done("repair", "index", "--json")).contains("\"packs_added\":", "\"dry_run\":false");
        done("check", "--read-data");
        assertThat(done("repair", "index")).contains("tells of every pack");
    }

    @Test
    void whatADamagedPackLostIsNamedAndTheRestRestored() throws IOException {
        Path pack = largestPack();
        byte[] bytes = Files.readAllBytes(pack);
        bytes[bytes.length / 2] ^= 1;
        Files.write(pack, bytes);
        String id = String.valueOf(pack.getFileName());
        assertThat(run("check", "--read-data")).isEqualTo(ExitCodes.DAMAGE);
        assertThat(err).contains(id, "holdfast repair");
        assertThat(run("repair", "packs", id.substring(0, 10), "--dry-run")).isEqualTo(ExitCodes.DAMAGE);
        assertThat(pack).exists();
        assertThat(done("repair", "packs", id, "--json")).contains("\"groups_lost\":1", "\"packs_deleted\":1");
        assertThat(pack).doesNotExist();
        assertThat(run("repair", "snapshots", "--dry-run")).isEqualTo(ExitCodes.DAMAGE);
        assertThat(out).contains("lost file " + source.resolve("large"));
        assertThat(done("repair", "snapshots", "--forget", "--json"))
                .contains("\"kind\":\"file\"", "\"path\":\"" + source.resolve("large") + "\"", "\"forgotten\":true");
        done("check", "--read-data");
        assertThat(done("repair", "packs")).contains("no pack is damaged");
        assertThat(done("repair", "snapshots")).contains("none needs anything that is lost");
        done("restore", "latest", "--target", target);
        assertThat(restored("sub/b.txt")).hasContent("went missing");
        assertThat(restored("large")).doesNotExist();
    }

    @Test
    void aSnapshotThatNobodyCanReadIsForgottenAsPruneSays() throws IOException {
        done("backup", "-q", source);
        Path snapshot = files("snapshots").getFirst();
        byte[] bytes = Files.readAllBytes(snapshot);
        bytes[bytes.length / 2] ^= 1;
        Files.write(snapshot, bytes);
        String id = String.valueOf(snapshot.getFileName());
        assertThat(run("prune")).isEqualTo(ExitCodes.DAMAGE);
        assertThat(err).contains("'holdfast forget " + id.substring(0, 8) + "'");
        done("forget", "--dry-run", id.substring(0, 8));
        assertThat(err).contains("given up unseen");
        assertThat(run("prune")).isEqualTo(ExitCodes.DAMAGE);
        done("forget", id.substring(0, 8), "--prune");
        assertThat(snapshot).doesNotExist();
        done("check", "--read-data");
    }

    @Test
    void otherRolesAreRefused() {
        for (String role : List.of("writer", "cataloguer", "reader")) {
            Path key = folder.resolve(role);
            done("key", "add", "--role", role, "--new-key-file", key);
            for (String what : List.of("index", "packs", "snapshots")) {
                assertThat(run("repair", what, "--key-file", key)).isEqualTo(ExitCodes.NOT_PERMITTED);
                assertThat(err).contains("this is a " + role + "'s key: only an owner repairs");
            }
        }
    }

    private Path largestPack() throws IOException {
        Path largest = files("packs").getFirst();
        for (Path pack : files("packs")) {
            largest = Files.size(pack) > Files.size(largest) ? pack : largest;
        }
        return largest;
    }

    private List<Path> files(String kind) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("vault").resolve(kind))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
