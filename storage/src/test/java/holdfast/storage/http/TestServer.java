package holdfast.storage.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import holdfast.storage.Approval;
import holdfast.storage.FolderStore;
import holdfast.storage.ObjectName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** A store served over plain HTTP on this machine. Its owner "signs" by putting a word before what is signed. */
final class TestServer implements AutoCloseable {
    static final Approval OWNER = words -> signed(words);
    static final Patience TWICE = new Patience(List.of(Duration.ZERO, Duration.ZERO), duration -> {});

    private final HttpServer http;
    final FolderStore folder;

    /** @param around put around the handler: faults */
    TestServer(Path folder, ServingLimits limits, UnaryOperator<HttpHandler> around) throws IOException {
        this.folder = new FolderStore(folder);
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        StoreHandler handler = new StoreHandler(
                this.folder, new TestGate(), limits, AccessLog.NONE, InstantSource.system(), new SecureRandom());
        http.createContext("/some/path", around.apply(handler));
        http.start();
    }

    HttpStore client(String token) {
        return HttpStore.at(base(), token, TWICE);
    }

    URI base() {
        return URI.create("http://localhost:" + http.getAddress().getPort() + "/some/path");
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private static byte[] signed(byte[] words) {
        return ("signed " + Arrays.hashCode(words)).getBytes(UTF_8);
    }

    private static final class TestGate implements Gate {
        @Override
        public Optional<Caller> caller(String token) {
            return switch (token) {
                case "writer" -> Optional.of(new Caller("host", Rights.WRITES));
                case "reader" -> Optional.of(new Caller("auditor", Rights.READS));
                default -> Optional.empty();
            };
        }

        @Override
        public boolean takes(Caller caller, ObjectName name) {
            return !name.value().startsWith("owners/");
        }

        @Override
        public boolean approves(byte[] words, byte[] signature) {
            return Arrays.equals(signed(words), signature);
        }
    }
}
