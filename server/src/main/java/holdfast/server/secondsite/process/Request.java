package holdfast.server.secondsite.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One HTTP request and its answer, with what the handlers here need of it. */
final class Request {
    private static final String BEARER = "Bearer ";

    private final HttpExchange exchange;

    Request(HttpExchange exchange) {
        this.exchange = exchange;
    }

    /** An answer other than the one asked for. */
    static final class Refused extends Exception {
        private final int status;

        Refused(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    String method() {
        return exchange.getRequestMethod();
    }

    /** What follows the handler's own path, without a leading slash. */
    String rest() {
        String path = exchange.getRequestURI().getPath();
        String rest = path.substring(exchange.getHttpContext().getPath().length());
        return rest.startsWith("/") ? rest.substring(1) : rest;
    }

    Optional<String> query(String name) {
        @Nullable String query = exchange.getRequestURI().getRawQuery();
        if (query != null) {
            for (String part : query.split("&", -1)) {
                if (part.equals(name)) {
                    return Optional.of("");
                }
                if (part.startsWith(name + "=")) {
                    return Optional.of(URLDecoder.decode(part.substring(name.length() + 1), UTF_8));
                }
            }
        }
        return Optional.empty();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** Compared in constant time: how long a refusal takes tells nothing of the token. */
    void demandToken(String token) throws Refused {
        String given = header("Authorization").filter(h -> h.startsWith(BEARER)).orElse("");
        String presented = given.isEmpty() ? "" : given.substring(BEARER.length());
        if (!MessageDigest.isEqual(presented.getBytes(UTF_8), token.getBytes(UTF_8))) {
            throw new Refused(401, "this needs the second site's token");
        }
    }

    void demandMethod(String method) throws Refused {
        if (!method().equals(method)) {
            throw new Refused(405, method() + " is not possible here");
        }
    }

    InputStream body() {
        return exchange.getRequestBody();
    }

    byte[] body(int limit) throws IOException, Refused {
        byte[] bytes = body().readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new Refused(413, "a request here has at most " + limit + " bytes");
        }
        return bytes;
    }

    void answer(int status, String type, byte[] bytes) throws IOException {
        begin(status, type, bytes.length);
        if (bytes.length > 0 && !method().equals("HEAD")) {
            exchange.getResponseBody().write(bytes);
        }
    }

    void answer(int status, String text) throws IOException {
        answer(status, "text/plain; charset=utf-8", text.getBytes(UTF_8));
    }

    /** Sends the head of an answer whose body the caller streams. */
    OutputStream begin(int status, String type, long length) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        if (method().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Long.toString(length));
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
        }
        return exchange.getResponseBody();
    }
}
