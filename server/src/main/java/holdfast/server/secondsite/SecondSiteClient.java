package holdfast.server.secondsite;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.storage.http.HttpStore;
import holdfast.storage.http.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a second site. Thread-safe. Waits seconds at most, except for objects. */
public final class SecondSiteClient {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI url;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** @param token what the second site wrote into its file {@code token}; never shown */
    public SecondSiteClient(URI url, String token) {
        this.url = url;
        this.token = token;
    }

    /** Its store for copies of the vault. */
    public HttpStore store() {
        return HttpStore.at(URI.create(url + "/vault"), token, Patience.brief());
    }

    /** Where its witness takes checkpoints. */
    public URI witness() {
        return URI.create(url + "/witness");
    }

    /** The key that its cosignatures verify under (a vkey). */
    public String witnessKey() throws IOException {
        return call(request("/witness/key").GET()).strip();
    }

    /** Tells its witness to cosign the log of this key from now on. */
    public void trustLog(String vkey) throws IOException {
        call(request("/witness/log").PUT(BodyPublishers.ofString(vkey + "\n", UTF_8)));
    }

    /** Gives a sign of life, with everything that is due. */
    public VigilReport beat(Heartbeat beat) throws IOException {
        return report(call(request("/watch").POST(BodyPublishers.ofString(JSON.writeValueAsString(beat), UTF_8))));
    }

    /** What it knows, and every alarm that it rang. */
    public VigilReport report() throws IOException {
        return report(call(request("/watch").GET()));
    }

    /** Sets its clock; only where it was started for a drill. */
    public void setDrillClock(Instant now) throws IOException {
        call(request("/drill/clock").PUT(BodyPublishers.ofString(now.toString(), UTF_8)));
    }

    /** Lets ring what is due by its drill clock. */
    public void drillTick() throws IOException {
        call(request("/drill/tick").POST(BodyPublishers.noBody()));
    }

    private static VigilReport report(String json) throws IOException {
        try {
            return JSON.readValue(json, VigilReport.class);
        } catch (JacksonException e) {
            throw new IOException("the second site's answer is not understood: " + e.getOriginalMessage(), e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private String call(HttpRequest.Builder request) throws IOException {
        HttpRequest built = request.build();
        try {
            HttpResponse<String> answer = http.send(built, HttpResponse.BodyHandlers.ofString(UTF_8));
            if (answer.statusCode() != 200) {
                throw new IOException("the second site at " + url + " refused " + built.method() + " "
                        + built.uri().getPath() + " (" + answer.statusCode() + "): "
                        + answer.body().strip());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the second site at " + url, e);
        }
    }

    @Override
    public String toString() {
        return "SecondSiteClient[" + url + "]";
    }
}
