package holdfast.cli;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder served over HTTPS, one host that is admitted, and the command that uses it. */
abstract class ServedStoreFixture {
    final Instant now = InstantSource.system().instant();

    @TempDir
    Path folder;

    final List<String> log = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init")
    StoreServer server;

    Path stores = Path.of("");
    String vault = "";
    String out = "";
    String err = "";

    @BeforeEach
    void serve() throws IOException {
        stores = folder.resolve("stores");
        Files.createDirectories(folder.resolve("source"));
        Files.writeString(folder.resolve("source/a.txt"), "seven tapes");
        KeyFile.create(folder.resolve("key"), new SecureRandom());
        start(0, now);
        admit("host-a", "--quota", "1M");
    }

    final void start(int port, Instant certified) throws IOException {
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
    final void admit(String name, String... options) throws IOException {
        List<String> line = new ArrayList<>(List.of("store", "token", "add", "--url", vault));
        line.addAll(Arrays.asList(options));
        line.add(folder.resolve("served").toString());
        line.add(name);
        assertThat(execute(line)).as(err).isZero();
        Files.writeString(stores, out);
    }

    final int run(String... args) {
        // A key file: no slow derivation in a test that is not about it.
        String key = folder.resolve("key").toString();
        List<String> line =
                new ArrayList<>(List.of("-r", vault, "--stores", stores.toString(), "--key-file", key, "--no-cache"));
        line.addAll(Arrays.asList(args));
        return execute(line);
    }

    final int execute(List<String> line) {
        StringWriter printed = new StringWriter();
        StringWriter failed = new StringWriter();
        int code = Holdfast.execute(new PrintWriter(printed), new PrintWriter(failed), line);
        out = printed.toString();
        err = failed.toString();
        return code;
    }
}
