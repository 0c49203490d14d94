package holdfast.storage.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.storage.Approval;
import holdfast.storage.DeleteRefusedException;
import holdfast.storage.ObjectName;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks a server to delete objects: fetches a challenge, has the owner sign it together with the exact names, and sends
 * both. A challenge serves once, so that nobody can replay what the owner once said.
 */
final class RemoteDelete {
    static final String SIGNATURE_HEADER = "X-Owner-Signature";
    /** The status of a request whose challenge was used, or is too old. */
    static final int CHALLENGE_GONE = 410;
    /** Names in one request. */
    static final int MOST_NAMES = 1000;

    private final HttpLink link;
    private final @Nullable Approval approval;

    RemoteDelete(HttpLink link, @Nullable Approval approval) {
        this.link = link;
        this.approval = approval;
    }

    /** What the owner signs, and the body of the request. */
    static byte[] words(String challenge, List<ObjectName> names) {
        String lines = names.stream().map(name -> name + "\n").collect(Collectors.joining());
        return ("delete " + challenge + "\n" + lines).getBytes(UTF_8);
    }

    void run(HttpStore store, List<ObjectName> names) throws IOException {
        Approval owner = approval;
        if (owner == null) {
            for (ObjectName name : names) {
                if (store.exists(name)) {
                    throw new DeleteRefusedException(store.place()
                            + " deletes only what the vault's owner signs for; object " + name + " is still there");
                }
            }
            return;
        }
        for (int start = 0; start < names.size(); start += MOST_NAMES) {
            delete(owner, names.subList(start, Math.min(names.size(), start + MOST_NAMES)));
        }
    }

    private void delete(Approval owner, List<ObjectName> names) throws IOException {
        int status = attempt(owner, names);
        if (status == CHALLENGE_GONE) {
            // The answer to an attempt that was carried out may have been lost; deleting again does no harm.
            status = attempt(owner, names);
        }
        if (status != 200) {
            throw new IOException(link.base() + " did not delete: it does not keep its challenges long enough");
        }
    }

    private int attempt(Approval owner, List<ObjectName> names) throws IOException {
        byte[] words = words(challenge(), names);
        HttpResponse<String> answer = link.send(
                link.request("?delete")
                        .header(SIGNATURE_HEADER, HexFormat.of().formatHex(owner.sign(words)))
                        .POST(BodyPublishers.ofByteArray(words))
                        .build(),
                BodyHandlers.ofString(UTF_8));
        return switch (answer.statusCode()) {
            case 200, CHALLENGE_GONE -> answer.statusCode();
            case 403 ->
                throw new DeleteRefusedException(
                        link.base() + " did not delete: " + answer.body().strip());
            default -> throw link.refused(answer.statusCode(), "delete in " + link.base(), answer.body());
        };
    }

    private String challenge() throws IOException {
        HttpResponse<String> answer = link.send(
                link.request("?challenge").POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString(UTF_8));
        if (answer.statusCode() == 403 || answer.statusCode() == 405) {
            throw new DeleteRefusedException(
                    link.base() + " deletes nothing: " + answer.body().strip());
        }
        if (answer.statusCode() != 200) {
            throw link.refused(answer.statusCode(), "delete in " + link.base(), answer.body());
        }
        return answer.body().strip();
    }
}
