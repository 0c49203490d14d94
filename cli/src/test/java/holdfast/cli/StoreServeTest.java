package holdfast.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.cli.serve.Certificates;
import holdfast.cli.serve.ServedFolder;
import holdfast.cli.serve.StoreServer;
import holdfast.vault.key.KeyFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command over HTTPS, against a real server. */
class StoreServeTest {
    private final Instant now = InstantSource.system().instant();

    @TempDir
    Path folder;

    private final List<String> log = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private StoreServer server;

    private Path stores = Path.of("");
    private String vault = "";
    private String out = "";
    private String err = "";

    @BeforeEach
    void serve() throws IOException {
        stores = folder.resolve("stores");
        Files.createDirectories(folder.resolve("source"));
        Files.writeString(folder.resolve("source/a.txt"), "seven tapes");
        KeyFile.create(folder.resolve("key"), new SecureRandom());
        start(0, now);
        admit("host-a", "--quota", "1M");
    }

    private void start(int port, Instant certified) throws IOException {
        ServedFolder served = new ServedFolder(folder.resolve("served"));
        server = StoreServer.start(
                served,
                Certificates.of(served, "localhost", InstantSource.fixed(certified), new SecureRandom()),
                new StoreServer.Options(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                        "/vaults/one",
                        2 << 20,
                        Duration.ZERO,
                        Duration.ZERO),
                line -> log.add(line.toString()),
                InstantSource.system(),
                new SecureRandom());
        vault = "https://localhost:" + server.port() + "/vaults/one/";
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /** Admits somebody, and gives us their line. */
    private void admit(String name, String... options) throws IOException {
        List<String> line = new ArrayList<>(List.of("store", "token", "add", "--url", vault));
        line.addAll(Arrays.asList(options));
        line.add(folder.resolve("served").toString());
        line.add(name);
        assertThat(execute(line)).as(err).isZero();
        Files.writeString(stores, out);
    }

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
    void anOwnersSignatureDeletesOverHttpsAndAWritersDoesNot() throws IOException {
        assertThat(run("init")).isZero();
        Path writer = folder.resolve("writer");
        assertThat(run("key", "add", "--role", "writer", "--new-key-file", writer.toString()))
                .as(err)
                .isZero();
        Path next = folder.resolve("next");
        assertThat(run("key", "passwd", "--new-key-file", next.toString(), "--key-file", writer.toString()))
                .isEqualTo(ExitCodes.NOT_PERMITTED);
        assertThat(err).contains("the new key opens");
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

    private int run(String... args) {
        // A key file: no slow derivation in a test that is not about it.
        String key = folder.resolve("key").toString();
        List<String> line =
                new ArrayList<>(List.of("-r", vault, "--stores", stores.toString(), "--key-file", key, "--no-cache"));
        line.addAll(Arrays.asList(args));
        return execute(line);
    }

    private int execute(List<String> line) {
        StringWriter printed = new StringWriter();
        StringWriter failed = new StringWriter();
        int code = Holdfast.execute(new PrintWriter(printed), new PrintWriter(failed), line);
        out = printed.toString();
        err = failed.toString();
        return code;
    }
}
