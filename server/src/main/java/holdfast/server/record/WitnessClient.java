package holdfast.server.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.ledger.AddCheckpoint;
import holdfast.ledger.FormatException;
import holdfast.ledger.SignedNote;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Speaks C2SP tlog-witness over HTTP. Waits seconds at most: integration must not hang on a witness. */
@Component
class WitnessClient {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MAX_ANSWER = 64 << 10;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** What a witness answered. */
    sealed interface Reply {
        record Lines(List<SignedNote.Line> lines) implements Reply {}

        record OtherSize(long size) implements Reply {}

        record Refusal(String why) implements Reply {}
    }

    Reply add(URI prefix, AddCheckpoint request) throws IOException, FormatException, InterruptedException {
        String base = prefix.toString();
        URI target = URI.create(base + (base.endsWith("/") ? "" : "/") + "add-checkpoint");
        HttpResponse<byte[]> answer = http.send(
                HttpRequest.newBuilder(target)
                        .timeout(PATIENCE)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(request.encode()))
                        .build(),
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MAX_ANSWER));
        String body = new String(answer.body(), UTF_8);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() == 200) {
            return new Reply.Lines(lines(body));
        }
        if (answer.statusCode() == 409 && type.equals("text/x.tlog.size")) {
            return new Reply.OtherSize(size(body));
        }
        return new Reply.Refusal("refused (" + answer.statusCode() + "): " + body.strip());
    }

    private static List<SignedNote.Line> lines(String body) throws FormatException {
        List<SignedNote.Line> lines = new ArrayList<>();
        for (String line : body.lines().toList()) {
            lines.add(SignedNote.Line.parse(line));
        }
        return lines;
    }

    private static long size(String body) throws FormatException {
        try {
            return Long.parseLong(body.strip());
        } catch (NumberFormatException e) {
            throw new FormatException("the witness's answer is no size: '" + body.strip() + "'");
        }
    }
}
