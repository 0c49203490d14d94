package holdfast.server.notice;

import holdfast.server.delivery.MailRoute;
import holdfast.server.incident.IncidentId;
import holdfast.server.record.ActorId;
import holdfast.server.vaulting.VaultReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Notices to persons. Planned by one, approved by another, sent by a process of its own. Every method that changes
 * anything demands a role and is recorded. Safe for many threads.
 */
public interface Notices {
    /**
     * Plans batches for everybody on the incident's cartridges who has no notice of it yet: a recount notifies only the
     * new persons.
     *
     * @param key opens the contacts; they are kept until the notices are done
     * @param by the data protection officer
     */
    BatchPlan plan(IncidentId incident, VaultReader key, ActorId by);

    List<Batch> batches(IncidentId incident);

    /** The text of a batch with a made-up name in it, to be read before it is approved. */
    String preview(BatchId batch);

    /** Lets a batch go. {@code other}: the head or a manager, who did not plan it */
    void approve(BatchId batch, ActorId other);

    /**
     * Starts the sender on everything approved of this incident. What an earlier sender left as being sent becomes in
     * doubt first, and is not sent.
     *
     * @param route the mail server
     * @param perSecond at most so many mails a second; 0 for no limit
     * @throws IllegalStateException if a sender of this incident is alive
     */
    SenderRun start(IncidentId incident, MailRoute route, int perSecond, ActorId by);

    Progress progress(IncidentId incident);

    List<Doubt> inDoubt(IncidentId incident);

    /**
     * Settles everything in doubt by the receiver's record: accepted there is accepted; not accepted there may be sent at
     * the next start.
     *
     * @param accepted whether the receiver took charge of a Message-ID
     * @param record what was asked, in words: "the mail server's log of 23 December"
     */
    Settlement settleInDoubt(IncidentId incident, Predicate<String> accepted, String record, ActorId by);

    /** Settles one by a person's word. */
    void settleInDoubt(IncidentId incident, String messageId, boolean accepted, String basis, ActorId by);

    /** Counts, from scratch, whether everybody was notified once. */
    CompletenessProof prove(IncidentId incident);

    /** A mail came back: the person gets a letter in the next plan. */
    void bounced(IncidentId incident, String messageId, String reason, ActorId by);

    /**
     * Deletes names and addresses of settled batches now, before their time; references still answer. By themselves they go
     * when the batch's {@link Batch#forgetAt} has come.
     *
     * @param by the data protection officer
     */
    long forgetContacts(IncidentId incident, ActorId by);

    /** The sender that is alive, if there is one. */
    Optional<SenderRun> running(IncidentId incident);

    /** What a settlement found. */
    record Settlement(long accepted, long notAccepted) {}
}
