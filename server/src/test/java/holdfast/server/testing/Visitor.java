package holdfast.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody with a browser: keeps cookies, follows no redirects, fills in forms with their CSRF token. */
public final class Visitor {
    /** The header in which a test's server says why a form was refused. */
    public static final String REFUSED = "X-Refused";

    private final HttpClient client;
    private final CookieManager cookies = new CookieManager();
    private final String base;
    private String csrf = "";

    public Visitor(int port) {
        this.base = "http://localhost:" + port;
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** A GET request; headers as name, value, name, value … */
    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** Posts a form as a page of the console would. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrf());
        return postAsForged(path, all);
    }

    /** Posts a form without a CSRF token, as another site's page would. */
    public HttpResponse<String> postAsForged(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /**
     * Asks for any route: REST with a token and JSON, everything else with the session and a form.
     *
     * @param sent JSON, or fields written as in an address; empty for none
     * @param token of REST; empty for none
     */
    public HttpResponse<String> request(String method, String path, String sent, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        boolean rest = path.startsWith("/api/");
        if (rest && !token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (method.equals("GET")) {
            return send(request.build());
        }
        if (!rest && csrf.isEmpty()) {
            csrf = csrf();
        }
        String body = rest ? sent : sent.replace(" ", "+") + "&_csrf=" + encoded(csrf);
        return send(request.header("Content-Type", rest ? "application/json" : "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public HttpResponse<String> signIn(String name, String password) {
        return post("/sign-in", Map.of("username", name, "password", password));
    }

    /** The value of the session cookie, or empty. */
    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private String csrf() {
        return get(CsrfForTests.PATH).body().replaceAll(".*\"token\":\"([^\"]*)\".*", "$1");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
