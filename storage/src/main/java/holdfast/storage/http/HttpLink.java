package holdfast.storage.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests to one server: with the token, tried again when they fail on the way or the server is in trouble. */
final class HttpLink {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofMinutes(5);
    /** Answers of a server, or of what stands before it, that may be another one in a moment. */
    private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);

    private final URI base;
    private final String token;
    private final HttpClient http;
    private final Patience patience;

    HttpLink(URI base, String token, Optional<Pin> pin, Patience patience) {
        this.base = base;
        this.token = token;
        this.patience = patience;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
        this.http = "https".equals(base.getScheme())
                ? builder.sslContext(ServerTrust.context(pin)).build()
                : builder.build();
    }

    URI base() {
        return base;
    }

    Patience patience() {
        return patience;
    }

    /** @param target below the base */
    HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(base + target))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token);
    }

    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) throws IOException {
        for (int failures = 1; ; failures++) {
            try {
                HttpResponse<T> answer = once(request, body);
                if (!PASSING.contains(answer.statusCode()) || !patience.again(failures)) {
                    return answer;
                }
            } catch (CertificateRefusedException | InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                if (!patience.again(failures)) {
                    throw new StoreUnreachableException(base + " cannot be reached: " + reason(e), e);
                }
            }
        }
    }

    /** What an answer means that nobody hoped for. */
    IOException refused(int status, String act, String body) {
        String said = body.isBlank() ? "" : ": " + body.strip();
        return switch (status) {
            case 401 ->
                new StoreRefusedException(base + " does not know our token: ask its operator for one, and put it into"
                        + " the file of stores");
            case 403, OwnersWord.SIGNATURE_WANTED -> new StoreRefusedException(base + " does not permit it" + said);
            case 404 -> new StoreRefusedException("there is no store at " + base + said);
            default -> new IOException("could not " + act + ": it answered " + status + said);
        };
    }

    private <T> HttpResponse<T> once(HttpRequest request, HttpResponse.BodyHandler<T> body) throws IOException {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof CertificateException refused) {
                    throw new CertificateRefusedException(base + " is not trusted: " + refused.getMessage(), e);
                }
            }
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + base);
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
