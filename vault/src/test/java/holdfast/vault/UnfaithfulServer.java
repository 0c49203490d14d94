package holdfast.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import holdfast.storage.FolderStore;
import holdfast.storage.ObjectName;
import holdfast.storage.StoredObject;
import holdfast.storage.http.AccessLog;
import holdfast.storage.http.Caller;
import holdfast.storage.http.Gate;
import holdfast.storage.http.HttpStore;
import holdfast.storage.http.Patience;
import holdfast.storage.http.Rights;
import holdfast.storage.http.ServingLimits;
import holdfast.storage.http.StoreHandler;
import holdfast.vault.key.OwnerApproval;
import holdfast.vault.key.VaultConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder served over HTTP that can be made to lie: a listing of an earlier moment, other bytes than it was given. */
final class UnfaithfulServer implements AutoCloseable {
    private static final String PATH = "/vault";

    final FolderStore folder;
    private final HttpServer http;
    private final StoreHandler honest;
    private volatile @Nullable List<StoredObject> listed;
    private volatile String liesAbout = "nothing";
    private volatile UnaryOperator<byte[]> lie = UnaryOperator.identity();

    UnfaithfulServer(Path root) throws IOException {
        this.folder = new FolderStore(root);
        this.honest = new StoreHandler(
                folder,
                new OwnersGate(),
                ServingLimits.NONE,
                AccessLog.NONE,
                InstantSource.system(),
                new SecureRandom());
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext(PATH, this::handle);
        http.start();
    }

    HttpStore client() {
        URI base = URI.create("http://localhost:" + http.getAddress().getPort() + PATH);
        return HttpStore.at(base, "host", new Patience(List.of(), duration -> {}));
    }

    /** From now on what is listed is what is there now. */
    void freezeListing() throws IOException {
        try (Stream<StoredObject> all = folder.list("")) {
            listed = all.sorted(Comparator.comparing(StoredObject::name)).toList();
        }
    }

    /** From now on objects whose names start so are read as something else. */
    void lieAbout(String prefix, UnaryOperator<byte[]> how) {
        lie = how;
        liesAbout = prefix;
    }

    void beHonest() {
        listed = null;
        liesAbout = "nothing";
    }

    private void handle(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        String name =
                exchange.getRequestURI().getPath().substring(PATH.length()).replaceFirst("^/", "");
        boolean read = exchange.getRequestMethod().equals("GET");
        List<StoredObject> earlier = listed;
        if (read && earlier != null && query.startsWith("prefix=")) {
            String prefix = query.substring("prefix=".length()).replaceFirst("&after=.*", "");
            answer(exchange, 200, page(earlier, prefix));
        } else if (read && name.startsWith(liesAbout) && folder.exists(new ObjectName(name))) {
            byte[] bytes = lie.apply(folder.get(new ObjectName(name)));
            @Nullable String range = exchange.getRequestHeaders().getFirst("Range");
            answer(exchange, range == null ? 200 : 206, range == null ? bytes : part(bytes, range));
        } else {
            honest.handle(exchange);
        }
    }

    private static byte[] page(List<StoredObject> objects, String prefix) {
        return objects.stream()
                .filter(object -> object.name().value().startsWith(prefix))
                .map(object -> object.size() + " " + object.time() + " " + object.name() + "\n")
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }

    private static byte[] part(byte[] bytes, String range) {
        String[] ends = range.substring("bytes=".length()).split("-", -1);
        int from = Math.min(bytes.length, Integer.parseInt(ends[0]));
        int to = ends[1].isEmpty() ? bytes.length : Math.min(bytes.length, Integer.parseInt(ends[1]) + 1);
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static void answer(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private final class OwnersGate implements Gate {
        @Override
        public Optional<Caller> caller(String token) {
            return Optional.of(new Caller(token, Rights.WRITES));
        }

        @Override
        public boolean takes(Caller caller, ObjectName name) {
            return true;
        }

        @Override
        public boolean approves(byte[] words, byte[] signature) throws IOException {
            return OwnerApproval.verifies(VaultConfig.decode(folder.get(VaultConfig.NAME)), words, signature);
        }
    }
}
