package holdfast.storage.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.storage.Approval;
import holdfast.storage.ByteSource;
import holdfast.storage.Digests;
import holdfast.storage.NoSuchObjectException;
import holdfast.storage.ObjectName;
import holdfast.storage.ObjectStore;
import holdfast.storage.PutRefusedException;
import holdfast.storage.StoreFullException;
import holdfast.storage.StoredObject;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A store of another machine, served by {@link StoreHandler}: objects are put and read, never overwritten with other
 * bytes, and deleted only with the owner's signature, as is put what the server takes from the owner alone. What fails on the way is tried again; a read that breaks goes on
 * where it broke.
 */
public final class HttpStore implements ObjectStore {
    /** Carries the hash of a body, in hexadecimal. */
    public static final String DIGEST_HEADER = "X-Content-SHA256";

    /** What the owner says to putting an object that others may not put. */
    static final String PUT_ACT = "put";

    private final HttpLink link;
    private final @Nullable Approval approval;

    private HttpStore(HttpLink link, @Nullable Approval approval) {
        this.link = link;
        this.approval = approval;
    }

    /**
     * A server that this machine's authorities vouch for, or that is reached without TLS.
     *
     * @param base where the objects are, such as {@code http://localhost:8610/vault}
     * @param token what the other side knows us by; never shown
     */
    public static HttpStore at(URI base, String token, Patience patience) {
        return new HttpStore(new HttpLink(base, token, Optional.empty(), patience), null);
    }

    /** A server that shows the pinned certificate. */
    public static HttpStore pinned(URI base, String token, Pin pin, Patience patience) {
        return new HttpStore(new HttpLink(base, token, Optional.of(pin), patience), null);
    }

    @Override
    public ObjectStore approvedBy(Approval owner) {
        return new HttpStore(link, owner);
    }

    @Override
    public void put(ObjectName name, ByteSource bytes) throws IOException {
        String digest = Digests.sha256(bytes);
        HttpResponse<String> answer = link.send(putting(name, bytes, digest).build(), BodyHandlers.ofString(UTF_8));
        if (answer.statusCode() == OwnersWord.SIGNATURE_WANTED && approval != null) {
            answer = new OwnersWord(link, approval).send(PUT_ACT, List.of(name), words -> putting(name, bytes, digest));
        }
        switch (answer.statusCode()) {
            case 409, 422 ->
                throw new PutRefusedException(name, place(), answer.body().strip());
            case 507 ->
                throw new StoreFullException(
                        place() + " has no room left for object " + name + ": "
                                + answer.body().strip(),
                        null);
            default -> demand(answer.statusCode(), name, "put", answer.body());
        }
    }

    private HttpRequest.Builder putting(ObjectName name, ByteSource bytes, String digest) {
        BodyPublisher body = bytes.size() == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> stream(bytes)), bytes.size());
        return link.request(path(name)).header(DIGEST_HEADER, digest).PUT(body);
    }

    private static InputStream stream(ByteSource bytes) {
        try {
            return bytes.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open(ObjectName name) throws IOException {
        HttpResponse<InputStream> answer = link.send(link.request(path(name)).build(), BodyHandlers.ofInputStream());
        demandStream(answer, 200, name);
        long size = answer.headers().firstValueAsLong("Content-Length").orElse(0);
        return new ResumingStream(answer.body(), size, offset -> openFrom(name, offset), link.patience());
    }

    private InputStream openFrom(ObjectName name, long offset) throws IOException {
        HttpRequest request = link.request(path(name))
                .header("Range", "bytes=" + offset + "-")
                .build();
        HttpResponse<InputStream> answer = link.send(request, BodyHandlers.ofInputStream());
        demandStream(answer, 206, name);
        return answer.body();
    }

    private void demandStream(HttpResponse<InputStream> answer, int expected, ObjectName name) throws IOException {
        if (answer.statusCode() != expected) {
            try (InputStream body = answer.body()) {
                demand(answer.statusCode(), name, "read", new String(body.readNBytes(1000), UTF_8));
            }
            throw new IOException(place() + " gave another part of object " + name + " than was asked for");
        }
    }

    @Override
    public byte[] get(ObjectName name, long offset, int length) throws IOException {
        if (length == 0) {
            demand(head(name), name, "read", "");
            return new byte[0];
        }
        HttpRequest request = link.request(path(name))
                .header("Range", "bytes=" + offset + "-" + (offset + length - 1))
                .build();
        HttpResponse<byte[]> answer = link.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() == 416 || (answer.statusCode() == 206 && answer.body().length < length)) {
            throw new EOFException("object " + name + " in " + place() + " ends before " + (offset + length));
        }
        demand(answer.statusCode(), name, "read", "");
        if (answer.statusCode() != 206 || answer.body().length != length) {
            throw new IOException(place() + " gave another range of object " + name + " than was asked for");
        }
        return answer.body();
    }

    @Override
    public boolean exists(ObjectName name) throws IOException {
        int status = head(name);
        if (status == 404) {
            return false;
        }
        demand(status, name, "look for", "");
        return true;
    }

    private int head(ObjectName name) throws IOException {
        return link.send(link.request(path(name)).HEAD().build(), BodyHandlers.discarding())
                .statusCode();
    }

    /**
     * The hash of the object as the other side reads it from its own disk now.
     *
     * @return SHA-256 in hexadecimal
     */
    public String digest(ObjectName name) throws IOException {
        HttpResponse<String> answer =
                link.send(link.request(path(name) + "?digest").build(), BodyHandlers.ofString(UTF_8));
        demand(answer.statusCode(), name, "hash", answer.body());
        return answer.body().strip();
    }

    @Override
    public Stream<StoredObject> list(String prefix) throws IOException {
        List<StoredObject> objects = new ArrayList<>();
        boolean more = true;
        while (more) {
            String after = objects.isEmpty() ? "" : objects.getLast().name().value();
            HttpResponse<String> page = ask("list", "?prefix=" + encoded(prefix) + "&after=" + encoded(after));
            int before = objects.size();
            for (String line : page.body().lines().toList()) {
                objects.add(line(line));
            }
            more = page.headers().firstValue(Listing.MORE_HEADER).isPresent() && objects.size() > before;
        }
        return objects.stream();
    }

    private StoredObject line(String line) throws IOException {
        try {
            return Listing.parse(line);
        } catch (IllegalArgumentException e) {
            throw new IOException("the listing of " + place() + " has a line that is none: '" + line + "'", e);
        }
    }

    @Override
    public Instant now() throws IOException {
        String time = ask("ask the time of", "?now").body().strip();
        try {
            return Instant.parse(time);
        } catch (DateTimeException e) {
            throw new IOException(place() + " did not tell its time but '" + time + "'", e);
        }
    }

    /** Nothing is asked of the server unless the owner approves. */
    @Override
    public void delete(Collection<ObjectName> names) throws IOException {
        new RemoteDelete(link, approval).run(this, List.copyOf(names));
    }

    @Override
    public String place() {
        return link.base().toString();
    }

    private HttpResponse<String> ask(String act, String query) throws IOException {
        HttpResponse<String> answer = link.send(link.request(query).build(), BodyHandlers.ofString(UTF_8));
        if (answer.statusCode() != 200) {
            throw link.refused(answer.statusCode(), act + " " + place(), answer.body());
        }
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String path(ObjectName name) {
        return "/" + name.value();
    }

    private void demand(int status, ObjectName name, String act, String body) throws IOException {
        switch (status) {
            case 200, 201, 204, 206 -> {}
            case 404 -> throw new NoSuchObjectException(name, place());
            default -> throw link.refused(status, act + " object " + name + " in " + place(), body);
        }
    }

    @Override
    public String toString() {
        return "HttpStore[" + place() + "]";
    }
}
