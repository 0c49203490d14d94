package holdfast.server.secondsite.process;

import holdfast.storage.ByteSource;
import holdfast.storage.Digests;
import holdfast.storage.FolderStore;
import holdfast.storage.HttpStore;
import holdfast.storage.NoSuchObjectException;
import holdfast.storage.ObjectName;
import holdfast.storage.StoreFullException;
import holdfast.storage.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Copies of the vault's objects: {@code PUT, GET (ranges too), HEAD /vault/NAME}, {@code GET /vault?prefix=},
 * {@code GET /vault/NAME?digest}. There is no way here to overwrite an object with other bytes or to delete one:
 * whoever has taken the first site cannot take its copies with it.
 */
final class VaultHandler implements Handler {
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{1,18})-([0-9]{1,18})");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int MAX_RANGE = 256 << 20;

    private final FolderStore store;
    private final Path incoming;
    private final Object[] locks = new Object[64];

    /** @param incoming a folder beside the store's, for what is on its way in */
    VaultHandler(FolderStore store, Path incoming) throws IOException {
        this.store = store;
        this.incoming = incoming;
        removeUnfinished();
        Arrays.setAll(locks, _ -> new Object());
    }

    /** What a crash left on its way in; at the start nobody else is writing here. */
    private void removeUnfinished() throws IOException {
        store.removeTemporary();
        if (Files.isDirectory(incoming)) {
            try (Stream<Path> left = Files.list(incoming)) {
                for (Path file : left.toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public void handle(Request request) throws IOException, Request.Refused {
        if (request.rest().isEmpty()) {
            request.demandMethod("GET");
            list(request);
            return;
        }
        if (!ObjectName.isValid(request.rest()) || request.rest().startsWith("tmp/")) {
            throw new Request.Refused(400, "this is no object's name");
        }
        ObjectName name = new ObjectName(request.rest());
        try {
            switch (request.method()) {
                case "GET" -> get(request, name);
                case "HEAD" -> head(request, name);
                case "PUT" -> put(request, name);
                default -> throw new Request.Refused(405, "objects here are put and read, nothing else");
            }
        } catch (NoSuchObjectException e) {
            throw new Request.Refused(404, "there is no object " + name);
        }
    }

    private void list(Request request) throws IOException {
        if (request.query("now").isPresent()) {
            request.answer(200, store.now() + "\n");
            return;
        }
        try (Stream<StoredObject> objects = store.list(request.query("prefix").orElse(""))) {
            request.answer(
                    200,
                    objects.map(o -> o.size() + " " + o.time() + " " + o.name() + "\n")
                            .collect(Collectors.joining()));
        }
    }

    private long size(ObjectName name) throws IOException {
        Path file = store.root().resolve(name.value());
        if (!Files.isRegularFile(file)) {
            throw new NoSuchObjectException(name, store.place());
        }
        return Files.size(file);
    }

    private void head(Request request, ObjectName name) throws IOException {
        request.begin(200, "application/octet-stream", size(name)).close();
    }

    private void get(Request request, ObjectName name) throws IOException, Request.Refused {
        if (request.query("digest").isPresent()) {
            try (InputStream in = store.open(name)) {
                request.answer(200, Digests.sha256(in) + "\n");
            }
            return;
        }
        Optional<String> range = request.header("Range");
        if (range.isPresent()) {
            range(request, name, range.get());
            return;
        }
        try (InputStream in = store.open(name);
                OutputStream out = request.begin(200, "application/octet-stream", size(name))) {
            in.transferTo(out);
        }
    }

    private void range(Request request, ObjectName name, String range) throws IOException, Request.Refused {
        Matcher m = RANGE.matcher(range);
        if (!m.matches()) {
            throw new Request.Refused(416, "only ranges of the form bytes=FROM-TO are served");
        }
        long from = Long.parseLong(m.group(1));
        long to = Math.min(Long.parseLong(m.group(2)), size(name) - 1);
        if (from > to || to - from >= MAX_RANGE) {
            throw new Request.Refused(416, "this range is not in the object, or is larger than 256 MiB");
        }
        request.answer(206, "application/octet-stream", store.get(name, from, (int) (to - from + 1)));
    }

    /** One put of a name at a time, so that two with different bytes cannot both find it free. */
    private void put(Request request, ObjectName name) throws IOException, Request.Refused {
        String announced = request.header(HttpStore.DIGEST_HEADER)
                .orElseThrow(() -> new Request.Refused(400, HttpStore.DIGEST_HEADER + " is missing"));
        Files.createDirectories(incoming);
        Path file = Files.createTempFile(incoming, "put", "");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                request.body().transferTo(out);
            }
            ByteSource bytes = new FileSource(file);
            if (!Digests.sha256(bytes).equals(announced)) {
                throw new Request.Refused(422, "the bytes that arrived are not those that were announced");
            }
            demandOwnName(name, announced);
            synchronized (locks[Math.floorMod(name.hashCode(), locks.length)]) {
                keep(request, name, bytes, announced);
            }
        } catch (StoreFullException e) {
            throw new Request.Refused(507, String.valueOf(e.getMessage()));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /**
     * An object that is named by a hash must be that object. Nothing is overwritten here, so junk put first under a
     * true name would keep the true object out for ever.
     */
    private static void demandOwnName(ObjectName name, String digest) throws Request.Refused {
        if (HASH.matcher(name.lastSegment()).matches() && !name.lastSegment().equals(digest)) {
            throw new Request.Refused(422, "the object " + name + " is named by a hash that is not its own");
        }
    }

    private void keep(Request request, ObjectName name, ByteSource bytes, String digest)
            throws IOException, Request.Refused {
        if (store.exists(name)) {
            try (InputStream in = store.open(name)) {
                if (!Digests.sha256(in).equals(digest)) {
                    throw new Request.Refused(409, "there is an object " + name + " of other bytes; it is kept");
                }
            }
            request.answer(200, "");
            return;
        }
        store.put(name, bytes);
        request.answer(201, "");
    }

    private record FileSource(Path file) implements ByteSource {
        @Override
        public long size() {
            try {
                return Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }
}
