package holdfast.storage.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.storage.Approval;
import holdfast.storage.ObjectName;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Requests that a server carries out for the owner alone: fetches a challenge, has the owner sign it together with what
 * is asked and the exact names, and sends both. A challenge serves once, so that nobody can replay what the owner said.
 */
final class OwnersWord {
    static final String SIGNATURE_HEADER = "X-Owner-Signature";
    static final String CHALLENGE_HEADER = "X-Challenge";
    /** The status of a request whose challenge was used, or is too old. */
    static final int CHALLENGE_GONE = 410;
    /** The status of a request that the owner has to sign. */
    static final int SIGNATURE_WANTED = 428;

    private final HttpLink link;
    private final Approval owner;

    OwnersWord(HttpLink link, Approval owner) {
        this.link = link;
        this.owner = owner;
    }

    /** What the owner signs. */
    static byte[] words(String act, String challenge, List<ObjectName> names) {
        String lines = names.stream().map(name -> name + "\n").collect(Collectors.joining());
        return (act + " " + challenge + "\n" + lines).getBytes(UTF_8);
    }

    /** @param request made of the words that are signed */
    HttpResponse<String> send(String act, List<ObjectName> names, Function<byte[], HttpRequest.Builder> request)
            throws IOException {
        HttpResponse<String> answer = attempt(act, names, request);
        // The answer to an attempt that was carried out may have been lost; doing it again does no harm.
        return answer.statusCode() == CHALLENGE_GONE ? attempt(act, names, request) : answer;
    }

    private HttpResponse<String> attempt(
            String act, List<ObjectName> names, Function<byte[], HttpRequest.Builder> request) throws IOException {
        HttpResponse<String> given = link.send(
                link.request("?challenge").POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString(UTF_8));
        if (given.statusCode() != 200) {
            return given;
        }
        String challenge = given.body().strip();
        byte[] words = words(act, challenge, names);
        return link.send(
                request.apply(words)
                        .header(CHALLENGE_HEADER, challenge)
                        .header(SIGNATURE_HEADER, HexFormat.of().formatHex(owner.sign(words)))
                        .build(),
                BodyHandlers.ofString(UTF_8));
    }
}
