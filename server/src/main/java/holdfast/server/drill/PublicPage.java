package holdfast.server.drill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page 'am I affected?', used over HTTP as a stranger's browser would: its form is opened, filled in and sent. */
final class PublicPage implements AutoCloseable {
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");
    private static final Pattern ANSWER = Pattern.compile("role=\"status\".*?<h2[^>]*>(.*?)</h2>", Pattern.DOTALL);

    private final URI page;
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    PublicPage(int port) {
        this.page = URI.create("http://localhost:" + port + "/affected");
    }

    /**
     * The headline of the answer: the answer in a sentence.
     *
     * @throws IOException if the page does not answer
     */
    String ask(String reference) throws IOException, InterruptedException {
        String form = find(FORM_TOKEN, send(HttpRequest.newBuilder(page)));
        String filled = "_csrf=" + URLEncoder.encode(form, UTF_8) + "&reference=" + URLEncoder.encode(reference, UTF_8);
        String answer = send(HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(filled)));
        return find(ANSWER, answer).replaceAll("<[^>]*>", "").strip();
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.send(
                request.header("Accept-Language", "en").build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        if (answer.statusCode() != 200) {
            throw new IOException("the public page answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static String find(Pattern wanted, String html) throws IOException {
        Matcher found = wanted.matcher(html);
        if (!found.find()) {
            throw new IOException("the public page has no " + wanted);
        }
        return found.group(1);
    }

    @Override
    public void close() {
        browser.close();
    }
}
