package holdfast.storage.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import holdfast.storage.FolderStore;
import holdfast.storage.NoSuchObjectException;
import holdfast.storage.ObjectName;
import holdfast.storage.StoredObject;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Serves a folder of objects to {@link HttpStore}: list, get, put; delete, and put what is
 * the owner's to put, for the owner alone. There is no way here to
 * change an object, whoever asks.
 */
public final class StoreHandler implements HttpHandler {
    private static final int PAGE = 10_000;

    private final FolderStore store;
    private final Gate gate;
    private final AccessLog log;
    private final InstantSource clock;
    private final ServedObjects objects;
    private final ServedDeletes deletes;

    /** @param clock for the log and for how long a challenge is good; the objects' times are the folder's */
    public StoreHandler(
            FolderStore store,
            Gate gate,
            ServingLimits limits,
            AccessLog log,
            InstantSource clock,
            SecureRandom random) {
        this.store = store;
        this.gate = gate;
        this.log = log;
        this.clock = clock;
        ServedApprovals approvals = new ServedApprovals(gate, new Challenges(random, clock));
        this.objects = new ServedObjects(store, gate, limits, approvals);
        this.deletes = new ServedDeletes(store, limits, approvals);
    }

    @Override
    public void handle(HttpExchange raw) throws IOException {
        Instant start = clock.instant();
        StoreExchange exchange = new StoreExchange(raw);
        String name = "-";
        String why = "";
        try (raw) {
            Optional<Caller> caller = gate.caller(exchange.token());
            name = caller.map(Caller::name).orElse("-");
            try {
                answer(exchange, caller.orElseThrow(() -> new RefusedException(401, "this needs a token")));
            } catch (RefusedException e) {
                why = String.valueOf(e.getMessage());
                exchange.answer(e.status(), why + "\n");
            } catch (NoSuchObjectException e) {
                exchange.answer(404, "there is no such object\n");
            }
        } catch (IOException | RuntimeException e) {
            why = e.toString();
            if (exchange.status() == 0) {
                exchange.answer(500, "the server failed; its log says why\n");
            }
        } finally {
            Duration took = Duration.between(start, clock.instant());
            String what = exchange.method() + " " + what(exchange);
            log.heard(new AccessLog.Line(
                    start, exchange.from(), name, what, exchange.status(), exchange.sent(), took, why));
        }
    }

    /** Never a whole URI: its query is whatever a stranger writes there. */
    private static String what(StoreExchange exchange) {
        String rest = exchange.rest();
        return rest.isEmpty() ? "/" : ObjectName.isValid(rest) ? rest : "(no name)";
    }

    private void answer(StoreExchange exchange, Caller caller) throws IOException, RefusedException {
        String rest = exchange.rest();
        if (rest.isEmpty()) {
            answerStore(exchange, caller);
            return;
        }
        if (!ObjectName.isValid(rest) || rest.startsWith("tmp/")) {
            throw new RefusedException(400, "this is no object's name");
        }
        ObjectName name = new ObjectName(rest);
        switch (exchange.method()) {
            case "GET", "HEAD" -> objects.get(exchange, name);
            case "PUT" -> objects.put(exchange, caller, name);
            default -> throw new RefusedException(405, "objects are put and read, nothing else");
        }
    }

    private void answerStore(StoreExchange exchange, Caller caller) throws IOException, RefusedException {
        switch (exchange.method()) {
            case "GET" -> {
                if (exchange.query("now").isPresent()) {
                    exchange.answer(200, store.now() + "\n");
                } else {
                    list(exchange);
                }
            }
            case "POST" -> deletes.answer(exchange, caller);
            default -> throw new RefusedException(405, "a store is listed, nothing else");
        }
    }

    private void list(StoreExchange exchange) throws IOException {
        Listing.Page page;
        try (Stream<StoredObject> all = store.list(exchange.query("prefix").orElse(""))) {
            page = Listing.page(all, exchange.query("after").orElse(""), PAGE);
        }
        if (page.more()) {
            exchange.set(Listing.MORE_HEADER, "true");
        }
        exchange.answer(200, page.text());
    }
}
