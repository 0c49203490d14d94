package holdfast.server.drill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page 'am I affected?', asked over HTTP as a stranger's browser would. */
final class PublicPage {
    private static final Pattern HEADLINE = Pattern.compile("<h1[^>]*>(.*?)</h1>", Pattern.DOTALL);

    private PublicPage() {}

    /**
     * The headline of the answer: the answer in a sentence.
     *
     * @throws IOException if the page does not answer
     */
    static String ask(int port, String reference) throws IOException, InterruptedException {
        URI page =
                URI.create("http://localhost:" + port + "/affected?reference=" + URLEncoder.encode(reference, UTF_8));
        try (HttpClient browser = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = browser.send(
                    HttpRequest.newBuilder(page).header("Accept-Language", "en").build(),
                    HttpResponse.BodyHandlers.ofString(UTF_8));
            Matcher headline = HEADLINE.matcher(answer.body());
            if (answer.statusCode() != 200 || !headline.find()) {
                throw new IOException("the public page answered " + answer.statusCode() + " to " + page.getPath());
            }
            return headline.group(1).replaceAll("<[^>]*>", "").strip();
        }
    }
}
