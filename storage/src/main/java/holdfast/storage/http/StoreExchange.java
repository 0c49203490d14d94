package holdfast.storage.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request and its answer, with what {@link StoreHandler} needs of it. */
final class StoreExchange {
    private static final String BEARER = "Bearer ";

    private final HttpExchange exchange;
    private int status;
    private long sent;

    StoreExchange(HttpExchange exchange) {
        this.exchange = exchange;
    }

    String method() {
        return exchange.getRequestMethod();
    }

    /** What follows the handler's own path, without a leading slash. */
    String rest() {
        String path = exchange.getRequestURI().getPath();
        String own = exchange.getHttpContext().getPath();
        String rest = path.substring(Math.min(path.length(), own.length()));
        return rest.startsWith("/") ? rest.substring(1) : rest;
    }

    String from() {
        return exchange.getRemoteAddress().getAddress().getHostAddress();
    }

    Optional<String> query(String name) {
        @Nullable String query = exchange.getRequestURI().getRawQuery();
        for (String part : query == null ? new String[0] : query.split("&", -1)) {
            if (part.equals(name)) {
                return Optional.of("");
            }
            if (part.startsWith(name + "=")) {
                return Optional.of(URLDecoder.decode(part.substring(name.length() + 1), UTF_8));
            }
        }
        return Optional.empty();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** The token that came along, or none. */
    String token() {
        return header("Authorization")
                .filter(h -> h.startsWith(BEARER))
                .map(h -> h.substring(BEARER.length()))
                .orElse("");
    }

    /** How long the body says it is. */
    long announcedLength() throws RefusedException {
        try {
            return Long.parseLong(header("Content-Length")
                    .orElseThrow(() -> new RefusedException(411, "the length of the body is missing")));
        } catch (NumberFormatException e) {
            throw new RefusedException(400, "the length of the body is no number");
        }
    }

    InputStream body() {
        return exchange.getRequestBody();
    }

    byte[] body(int limit) throws IOException, RefusedException {
        byte[] bytes = body().readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new RefusedException(413, "such a request has at most " + limit + " bytes");
        }
        return bytes;
    }

    void set(String header, String value) {
        exchange.getResponseHeaders().set(header, value);
    }

    void answer(int code, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        set("Content-Type", "text/plain; charset=utf-8");
        try (OutputStream out = begin(code, bytes.length)) {
            if (!method().equals("HEAD")) {
                out.write(bytes);
            }
        }
    }

    /** Sends the head of an answer whose body, of this length, the caller writes, unless only the head was asked for. */
    OutputStream begin(int code, long length) throws IOException {
        status = code;
        sent = length;
        set("X-Content-Type-Options", "nosniff");
        if (method().equals("HEAD")) {
            set("Content-Length", Long.toString(length));
            exchange.sendResponseHeaders(code, -1);
        } else {
            exchange.sendResponseHeaders(code, length == 0 ? -1 : length);
        }
        return exchange.getResponseBody();
    }

    /** Zero as long as nothing was answered. */
    int status() {
        return status;
    }

    long sent() {
        return sent;
    }
}
