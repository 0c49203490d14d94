package holdfast.server.delivery;

import holdfast.server.record.ActorId;
import java.util.Optional;

/** The office's mail server. Without one, alerts stand in the console only, and the told-list says so. */
public interface MailSettings {
    Optional<MailRoute> route();

    /**
     * Sets it. The password goes into a file of the data folder that only its owner reads, not into the database.
     *
     * @param by an administrator
     */
    void set(MailRoute route, ActorId by);
}
