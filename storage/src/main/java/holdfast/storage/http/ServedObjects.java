package holdfast.storage.http;

import holdfast.storage.Digests;
import holdfast.storage.FolderStore;
import holdfast.storage.ObjectName;
import holdfast.storage.StoreFullException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gets and puts of objects. */
final class ServedObjects {
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{1,18})-([0-9]{0,18})");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    /** The one object of a vault that is not named by its hash: taken once, and never again. */
    private static final ObjectName CONFIG = new ObjectName("config");

    private final FolderStore store;
    private final Gate gate;
    private final ServingLimits limits;
    private final ServedApprovals approvals;
    private final Object configLock = new Object();

    ServedObjects(FolderStore store, Gate gate, ServingLimits limits, ServedApprovals approvals) {
        this.store = store;
        this.gate = gate;
        this.limits = limits;
        this.approvals = approvals;
    }

    void get(StoreExchange exchange, ObjectName name) throws IOException, RefusedException {
        if (exchange.query("digest").isPresent()) {
            try (InputStream in = store.open(name)) {
                exchange.answer(200, Digests.sha256(in) + "\n");
            }
            return;
        }
        long size = store.size(name);
        Optional<String> range = exchange.header("Range");
        long from = 0;
        long to = size;
        if (range.isPresent()) {
            Matcher m = RANGE.matcher(range.get());
            if (!m.matches()) {
                throw new RefusedException(416, "only ranges of the form bytes=FROM-TO are served");
            }
            from = Long.parseLong(m.group(1));
            to = m.group(2).isEmpty() ? size : Math.min(size, Long.parseLong(m.group(2)) + 1);
            if (from >= to) {
                throw new RefusedException(416, "the object has " + size + " bytes");
            }
            exchange.set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + size);
        }
        exchange.set("Content-Type", "application/octet-stream");
        send(exchange, name, from, to - from, range.isPresent() ? 206 : 200);
    }

    private void send(StoreExchange exchange, ObjectName name, long from, long length, int status) throws IOException {
        try (InputStream in = store.open(name)) {
            in.skipNBytes(from);
            OutputStream out = exchange.begin(status, length);
            if (exchange.method().equals("HEAD")) {
                return;
            }
            byte[] buffer = new byte[1 << 16];
            long left = length;
            while (left > 0) {
                int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (n < 0) {
                    throw new IOException("object " + name + " ended while it was read");
                }
                out.write(buffer, 0, n);
                left -= n;
            }
            out.close();
        }
    }

    void put(StoreExchange exchange, Caller caller, ObjectName name) throws IOException, RefusedException {
        try {
            if (!caller.writes()) {
                throw new RefusedException(403, "this token only reads");
            }
            long size = exchange.announcedLength();
            if (size > limits.largest()) {
                throw new RefusedException(413, "an object here has at most " + limits.largest() + " bytes");
            }
            VerifiedBody body = new VerifiedBody(exchange.body(), size, expectedDigest(exchange, name));
            if (name.equals(CONFIG)) {
                synchronized (configLock) {
                    keepConfig(exchange, caller, body);
                }
            } else {
                demandThatItMay(exchange, caller, name);
                keep(exchange, caller, name, body);
            }
        } catch (RefusedException e) {
            drain(exchange);
            throw e;
        }
    }

    /** The name is the hash of the bytes: whoever signs for the name has signed for the bytes. */
    private void demandThatItMay(StoreExchange exchange, Caller caller, ObjectName name)
            throws IOException, RefusedException {
        if (gate.takes(caller, name)) {
            return;
        }
        String challenge = exchange.header(OwnersWord.CHALLENGE_HEADER)
                .orElseThrow(() -> new RefusedException(
                        OwnersWord.SIGNATURE_WANTED, name + " is put with the signature of the vault's owner alone"));
        approvals.demand(exchange, challenge, OwnersWord.words(HttpStore.PUT_ACT, challenge, List.of(name)));
    }

    /** An object must be the one that its name is the hash of. */
    private static String expectedDigest(StoreExchange exchange, ObjectName name) throws RefusedException {
        if (HASH.matcher(name.lastSegment()).matches()) {
            return name.lastSegment();
        }
        if (!name.equals(CONFIG)) {
            throw new RefusedException(422, "objects here are named by their hashes");
        }
        return exchange.header(HttpStore.DIGEST_HEADER)
                .orElseThrow(() -> new RefusedException(400, HttpStore.DIGEST_HEADER + " is missing"));
    }

    private void keepConfig(StoreExchange exchange, Caller caller, VerifiedBody body)
            throws IOException, RefusedException {
        if (!store.exists(CONFIG)) {
            keep(exchange, caller, CONFIG, body);
            return;
        }
        try (InputStream in = store.open(CONFIG)) {
            if (!Digests.sha256(in).equals(expectedDigest(exchange, CONFIG))) {
                throw new RefusedException(409, "there is another vault's config here; it is kept");
            }
        }
        exchange.answer(200, "");
    }

    /** Putting the very bytes again does no harm, and mends an object that has rotted. */
    private void keep(StoreExchange exchange, Caller caller, ObjectName name, VerifiedBody body)
            throws IOException, RefusedException {
        boolean there = store.exists(name);
        try {
            if (!there) {
                limits.shares().take(caller, name, body.size());
            }
            store.put(name, body);
        } catch (StoreFullException e) {
            giveBack(name, there);
            throw new RefusedException(507, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            giveBack(name, there);
            if (body.wasOther()) {
                throw new RefusedException(422, "the bytes are not those that its name is the hash of");
            }
            throw e;
        }
        exchange.answer(there ? 200 : 201, "");
    }

    private void giveBack(ObjectName name, boolean wasThere) throws IOException {
        if (!wasThere && !store.exists(name)) {
            limits.shares().giveBack(List.of(name));
        }
    }

    /** A client hears an answer only when it has sent its whole body. */
    private void drain(StoreExchange exchange) throws IOException {
        InputStream body = exchange.body();
        byte[] buffer = new byte[1 << 16];
        long left = limits.largest();
        for (int n = body.read(buffer); n >= 0 && left > 0; n = body.read(buffer)) {
            left -= n;
        }
    }
}
