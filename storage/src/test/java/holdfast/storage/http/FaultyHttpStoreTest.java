package holdfast.storage.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import holdfast.storage.Approval;
import holdfast.storage.ObjectStore;
import holdfast.storage.ObjectStoreContract;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The same contract when every other request fails: refused, cut in the middle of the body, or of the answer. */
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
                case 4 -> answerByHalf(exchange);
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

    /** Announces more than comes. */
    private static void answerByHalf(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(exchange.getRequestHeaders().containsKey("Range") ? 206 : 200, 1000);
        OutputStream out = exchange.getResponseBody();
        if (!exchange.getRequestMethod().equals("HEAD")) {
            out.flush();
            throw new IOException("cut in the answer");
        }
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
