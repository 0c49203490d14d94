package holdfast.storage;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A store of another machine that Holdfast's second site serves: objects can be put and read, never overwritten
 * with other bytes and never deleted. The body's SHA-256 goes along with every put, and the other side refuses
 * what arrived otherwise. What failed on the way is tried again, twice.
 */
public final class HttpStore implements ObjectStore {
    /** Carries the hash of a body, in hexadecimal. */
    public static final String DIGEST_HEADER = "X-Content-SHA256";

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(5);
    private static final int ATTEMPTS = 3;

    private final URI base;
    private final String token;
    private final HttpClient http;

    /**
     * @param base  where the objects are, such as {@code http://site-b:8610/vault}
     * @param token what the other side knows us by; never shown
     */
    public HttpStore(URI base, String token) {
        this.base = base;
        this.token = token;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
    }

    @Override
    public void put(ObjectName name, ByteSource bytes) throws IOException {
        String digest = Digests.sha256(bytes);
        HttpRequest request = request(objectUri(name))
                .header(DIGEST_HEADER, digest)
                .PUT(HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofInputStream(() -> Digests.open(bytes)), Math.max(1, bytes.size())))
                .build();
        if (bytes.size() == 0) {
            request = request(objectUri(name))
                    .header(DIGEST_HEADER, digest)
                    .PUT(HttpRequest.BodyPublishers.noBody())
                    .build();
        }
        HttpResponse<String> answer = send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() == 409) {
            throw new PutRefusedException(name, place());
        }
        if (answer.statusCode() == 507) {
            throw new StoreFullException(place() + " has no room left for object " + name, null);
        }
        demand(answer.statusCode(), name, "put", answer.body());
    }

    @Override
    public InputStream open(ObjectName name) throws IOException {
        HttpResponse<InputStream> answer = send(request(objectUri(name)).build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            answer.body().close();
        }
        demand(answer.statusCode(), name, "read", "");
        return answer.body();
    }

    @Override
    public byte[] get(ObjectName name, long offset, int length) throws IOException {
        if (length == 0) {
            demand(send(head(name), BodyHandlers.discarding()).statusCode(), name, "read", "");
            return new byte[0];
        }
        HttpRequest request = request(objectUri(name))
                .header("Range", "bytes=" + offset + "-" + (offset + length - 1))
                .build();
        HttpResponse<byte[]> answer = send(request, BodyHandlers.ofByteArray());
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
        int status = send(head(name), BodyHandlers.discarding()).statusCode();
        if (status == 404) {
            return false;
        }
        demand(status, name, "look for", "");
        return true;
    }

    /**
     * The hash of the object as the other side reads it from its own disk now.
     *
     * @return SHA-256 in hexadecimal
     */
    public String digest(ObjectName name) throws IOException {
        URI target = URI.create(objectUri(name) + "?digest");
        HttpResponse<String> answer = send(request(target).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        demand(answer.statusCode(), name, "hash", answer.body());
        return answer.body().strip();
    }

    @Override
    public Stream<StoredObject> list(String prefix) throws IOException {
        URI target = URI.create(base + "?prefix=" + URLEncoder.encode(prefix, StandardCharsets.UTF_8));
        HttpResponse<String> answer = send(request(target).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != 200) {
            throw new IOException("could not list " + place() + ": it answered " + answer.statusCode());
        }
        List<StoredObject> objects = new ArrayList<>();
        for (String line : answer.body().lines().toList()) {
            String[] words = line.split(" ", 3);
            try {
                objects.add(
                        new StoredObject(new ObjectName(words[2]), Long.parseLong(words[0]), Instant.parse(words[1])));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | DateTimeException e) {
                throw new IOException("the listing of " + place() + " has a line that is none: '" + line + "'", e);
            }
        }
        return objects.stream();
    }

    /** @throws DeleteRefusedException if there is such an object: nothing is deleted there */
    @Override
    public void delete(Collection<ObjectName> names) throws IOException {
        for (ObjectName name : names) {
            if (exists(name)) {
                throw new DeleteRefusedException(place() + " deletes nothing; object " + name + " is still there");
            }
        }
    }

    @Override
    public Instant now() throws IOException {
        HttpResponse<String> answer =
                send(request(URI.create(base + "?now")).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            return Instant.parse(answer.body().strip());
        } catch (DateTimeException e) {
            throw new IOException(place() + " did not tell its time: it answered " + answer.statusCode(), e);
        }
    }

    @Override
    public String place() {
        return base.toString();
    }

    private URI objectUri(ObjectName name) {
        return URI.create(base + "/" + name.value());
    }

    private HttpRequest head(ObjectName name) {
        return request(objectUri(name)).HEAD().build();
    }

    private HttpRequest.Builder request(URI target) {
        return HttpRequest.newBuilder(target).timeout(ANSWER).header("Authorization", "Bearer " + token);
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<T> answer = http.send(request, body);
                if (answer.statusCode() < 500 || answer.statusCode() == 507 || attempt == ATTEMPTS) {
                    return answer;
                }
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new IOException(place() + " cannot be reached: " + e, e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for " + place(), e);
            }
        }
    }

    private void demand(int status, ObjectName name, String act, String body) throws IOException {
        switch (status) {
            case 200, 201, 204, 206 -> {}
            case 404 -> throw new NoSuchObjectException(name, place());
            case 401, 403 -> throw new IOException(place() + " does not know our token");
            default ->
                throw new IOException("could not " + act + " object " + name + " in " + place() + ": it answered "
                        + status + " " + body.strip());
        }
    }

    @Override
    public String toString() {
        return "HttpStore[" + base + "]";
    }
}
