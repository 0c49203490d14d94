package holdfast.storage.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.storage.FolderStore;
import holdfast.storage.ObjectName;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Deletes with the owner's signature: over the exact names, and a challenge that serves once. */
final class ServedDeletes {
    private static final int MOST_BYTES = 512 * 1024;
    private static final String BEGINNING = RemoteDelete.ACT + " ";

    private final FolderStore store;
    private final ServingLimits limits;
    private final ServedApprovals approvals;

    ServedDeletes(FolderStore store, ServingLimits limits, ServedApprovals approvals) {
        this.store = store;
        this.limits = limits;
        this.approvals = approvals;
    }

    void answer(StoreExchange exchange, Caller caller) throws IOException, RefusedException {
        if (!caller.writes()) {
            throw new RefusedException(403, "this token only reads");
        }
        if (exchange.query("challenge").isPresent()) {
            exchange.answer(200, approvals.challenge() + "\n");
        } else if (exchange.query("delete").isPresent()) {
            delete(exchange);
        } else {
            throw new RefusedException(400, "this is no request of this server");
        }
    }

    private void delete(StoreExchange exchange) throws IOException, RefusedException {
        byte[] words = exchange.body(MOST_BYTES);
        List<String> lines = new String(words, UTF_8).lines().toList();
        List<ObjectName> names = names(lines);
        approvals.demand(exchange, lines.getFirst().substring(BEGINNING.length()), words);
        demandOldEnough(names);
        store.delete(names);
        limits.shares().giveBack(names);
        exchange.answer(200, "");
    }

    private static List<ObjectName> names(List<String> lines) throws RefusedException {
        if (lines.isEmpty() || !lines.getFirst().startsWith(BEGINNING)) {
            throw new RefusedException(400, "this is no request to delete");
        }
        List<ObjectName> names = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (!ObjectName.isValid(line) || line.startsWith("tmp/")) {
                throw new RefusedException(400, "this is no object's name");
            }
            names.add(new ObjectName(line));
        }
        return names;
    }

    /** All of them or none: half a request would be neither what was asked nor what was refused. */
    private void demandOldEnough(List<ObjectName> names) throws IOException, RefusedException {
        if (limits.keep().isZero()) {
            return;
        }
        Instant youngest = store.now().minus(limits.keep());
        for (ObjectName name : names) {
            if (store.exists(name) && store.time(name).isAfter(youngest)) {
                throw new RefusedException(
                        403, name + " is younger than this server keeps everything; it was put at " + store.time(name));
            }
        }
    }
}
