package holdfast.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The command over HTTPS, against a real server. */
class StoreServeTest extends ServedStoreFixture {
    @Test
    void aVaultIsMadeFilledReadAndCopiedOverHttps() throws IOException {
        assertThat(run("init")).as(err).isZero();
        assertThat(run("backup", folder.resolve("source").toString())).as(err).isZero();
        assertThat(run("check", "--read-data")).as(err).isZero();
        Path target = folder.resolve("target");
        assertThat(run("restore", "latest", "--target", target.toString()))
                .as(err)
                .isZero();
        assertThat(target.resolve(folder.resolve("source/a.txt").toString().substring(1)))
                .hasContent("seven tapes");
        Path copy = folder.resolve("copy");
        assertThat(run("copy", copy.toString())).as(err).isZero();
        String token = Files.readString(stores, UTF_8).split(" ", -1)[1];
        assertThat(log).isNotEmpty().noneMatch(line -> line.contains(token)).anyMatch(line -> line.contains("host-a"));
        assertThat(everything(folder.resolve("served"))).noneMatch(text -> text.contains(token));
    }

    @Test
    void aFullQuotaIsToldWithItsOwnExitCode() throws IOException {
        assertThat(run("init")).isZero();
        byte[] random = new byte[1_500_000];
        new SecureRandom().nextBytes(random);
        Files.write(folder.resolve("source/big"), random);
        assertThat(run("backup", folder.resolve("source").toString())).isEqualTo(ExitCodes.FULL);
        assertThat(err).contains("host-a may put 1048576 bytes");
        assertThat(run("check", "--read-data"))
                .as("what was put is sound: %s", out)
                .isZero();
        server.close();
        start(server.port(), now);
        assertThat(run("backup", folder.resolve("source").toString()))
                .as("what was used is remembered")
                .isEqualTo(ExitCodes.FULL);
    }

    @Test
    void aStrangerAndOneWhoWasTurnedAwayGetNothing() throws IOException {
        assertThat(run("init")).isZero();
        assertThat(execute(List.of(
                        "store", "token", "remove", folder.resolve("served").toString(), "host-a")))
                .isZero();
        assertThat(run("snapshots")).isEqualTo(ExitCodes.STORE_REFUSED);
        assertThat(err).contains("does not know our token");
        admit("auditor", "--read-only");
        assertThat(run("snapshots")).isZero();
        assertThat(run("backup", folder.resolve("source").toString())).isEqualTo(ExitCodes.STORE_REFUSED);
        assertThat(err).contains("only reads");
        Files.writeString(stores, "");
        assertThat(run("snapshots")).isEqualTo(ExitCodes.FAILED);
        assertThat(err).contains("store token add");
    }

    @Test
    void aForeignOrExpiredCertificateIsRefusedBeforeTheTokenIsSent() throws IOException {
        String line = Files.readString(stores, UTF_8);
        String fingerprint = line.strip().split(" ", -1)[2];
        Files.writeString(stores, line.replace(fingerprint, "sha256:" + "00".repeat(32)));
        assertThat(run("snapshots")).isEqualTo(ExitCodes.STORE_NOT_TRUSTED);
        assertThat(err).contains("not the one that is pinned").contains(fingerprint);
        Files.writeString(stores, line.replace(fingerprint, ""));
        assertThat(run("snapshots")).isEqualTo(ExitCodes.STORE_NOT_TRUSTED);
        assertThat(err).contains("do not vouch").contains(fingerprint);
        assertThat(log).isEmpty();

        server.close();
        Files.delete(folder.resolve("served/.serve/certificate.pem"));
        start(server.port(), now.minus(Duration.ofDays(4000)));
        admit("host-b");
        assertThat(run("snapshots")).isEqualTo(ExitCodes.STORE_NOT_TRUSTED);
        assertThat(err).contains("expired");
        assertThat(log).isEmpty();
    }

    @Test
    void anOwnerChangesAKeyOverHttpsAndAWriterDoesNot() throws IOException {
        assertThat(run("init")).isZero();
        Path writer = folder.resolve("writer");
        assertThat(run("key", "add", "--role", "writer", "--new-key-file", writer.toString()))
                .as(err)
                .isZero();
        Path next = folder.resolve("next");
        assertThat(run("key", "passwd", "--new-key-file", next.toString(), "--key-file", writer.toString()))
                .as("a slot is the owner's to put")
                .isEqualTo(ExitCodes.STORE_REFUSED);
        assertThat(err).contains("keys/").contains("signature of the vault's owner");
        Path owners = folder.resolve("owners");
        assertThat(run("key", "passwd", "--new-key-file", owners.toString()))
                .as(err)
                .isZero();
        assertThat(run("snapshots")).isEqualTo(ExitCodes.WRONG_CREDENTIAL);
        assertThat(run("snapshots", "--key-file", owners.toString())).as(err).isZero();
    }

    @Test
    void whatTheOperatorKeepsIsForTheOperatorAlone() throws IOException {
        Path papers = folder.resolve("served/.serve");
        assertThat(Files.getPosixFilePermissions(papers)).hasSize(3);
        assertThat(Files.getPosixFilePermissions(papers.resolve("key.pem"))).hasSize(2);
        assertThat(Files.getPosixFilePermissions(papers.resolve("tokens"))).hasSize(2);
    }

    private static List<String> everything(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file, ISO_8859_1));
            }
            return texts;
        }
    }
}
