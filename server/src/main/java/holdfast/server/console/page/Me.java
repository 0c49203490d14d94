package holdfast.server.console.page;

import holdfast.server.record.ActorId;
import java.security.Principal;

/** Who is signed in: the name of the session's principal is the person's id. */
public final class Me {
    private Me() {}

    /** The person of this session. */
    public static ActorId of(Principal principal) {
        return new ActorId(principal.getName());
    }
}
