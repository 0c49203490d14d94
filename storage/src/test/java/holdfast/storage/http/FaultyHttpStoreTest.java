package holdfast.storage.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import holdfast.storage.Approval;
import holdfast.storage.ObjectName;
import holdfast.storage.ObjectStore;
import holdfast.storage.ObjectStoreContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The same contract when every other request fails: refused, cut in the middle of the body, or before the answer has come. */
class FaultyHttpStoreTest extends ObjectStoreContract {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestServer server;

    private final AtomicInteger requests = new AtomicInteger();

    @Override
    protected ObjectStore emptyStore() throws IOException {
        server = new TestServer(folder, ServingLimits.NONE, this::failing);
        return server.client("writer");
    }

    private HttpHandler failing(HttpHandler good) {
        return exchange -> {
            switch (requests.getAndIncrement() % 6) {
                case 0 -> refuse(exchange);
                case 2 -> cut(exchange);
                case 4 -> answerNothing(exchange);
                default -> good.handle(exchange);
            }
        };
    }

    private static void refuse(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(503, -1);
        }
    }

    /** Reads a part of the body and closes the connection. */
    private static void cut(HttpExchange exchange) throws IOException {
        int some = exchange.getRequestBody().read(new byte[3]);
        exchange.close();
        throw new IOException("cut after " + some + " bytes");
    }

    /** Announces the whole object, or a long listing, and sends nothing of it. */
    private void answerNothing(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        ObjectName name = new ObjectName(path.substring(path.indexOf("path") + 4)
                .replaceFirst("^/?$", "/none")
                .substring(1));
        boolean object = exchange.getRequestMethod().equals("GET") && server.folder.exists(name);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(head ? 503 : 200, head ? -1 : object ? server.folder.size(name) : 1000);
        exchange.getResponseBody().flush();
        throw new IOException("cut in the answer");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected boolean keepsForEver() {
        return true;
    }

    @Override
    protected boolean ownerDeletes() {
        return true;
    }

    @Override
    protected Approval ownersApproval() {
        return TestServer.OWNER;
    }
}
