package holdfast.storage.http;

import holdfast.storage.Approval;
import holdfast.storage.DeleteRefusedException;
import holdfast.storage.ObjectName;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a server to delete objects, with the owner's signature. */
final class RemoteDelete {
    static final String ACT = "delete";
    /** Names in one request. */
    static final int MOST_NAMES = 1000;

    private final HttpLink link;
    private final @Nullable Approval approval;

    RemoteDelete(HttpLink link, @Nullable Approval approval) {
        this.link = link;
        this.approval = approval;
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
            delete(new OwnersWord(link, owner), names.subList(start, Math.min(names.size(), start + MOST_NAMES)));
        }
    }

    private void delete(OwnersWord owner, List<ObjectName> names) throws IOException {
        HttpResponse<String> answer =
                owner.send(ACT, names, words -> link.request("?delete").POST(BodyPublishers.ofByteArray(words)));
        switch (answer.statusCode()) {
            case 200 -> {}
            case OwnersWord.CHALLENGE_GONE ->
                throw new IOException(link.base() + " did not delete: it does not keep its challenges long enough");
            case 403, 405 ->
                throw new DeleteRefusedException(
                        link.base() + " did not delete: " + answer.body().strip());
            default -> throw link.refused(answer.statusCode(), "delete in " + link.base(), answer.body());
        }
    }
}
