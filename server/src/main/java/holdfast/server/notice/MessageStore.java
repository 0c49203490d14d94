package holdfast.server.notice;

import holdfast.server.incident.IncidentId;
import holdfast.server.platform.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The server's view of single notices. Joins the caller's transaction. */
@Repository
class MessageStore {
    private final JdbcClient jdbc;

    MessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Doubt> inDoubt(IncidentId incident) {
        return jdbc.sql("""
                        select id, batch, message_id, result from notice_message
                        where incident = ? and state = 'IN_DOUBT' order by id
                        """)
                .param(incident.value())
                .query((row, n) -> new Doubt(
                        row.getLong("id"),
                        new BatchId(row.getLong("batch")),
                        row.getString("message_id"),
                        row.getString("result")))
                .list();
    }

    /** A killed sender's connections may still be finishing a commit in the database; each holds this lock until then. */
    void waitForTheLastCommit(IncidentId incident) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 1302))")
                .param(incident.value())
                .query()
                .listOfRows();
    }

    /** What a dead sender left as being sent. Only while no sender is alive. */
    int doubtWhatWasBeingSent(IncidentId incident) {
        return jdbc.sql("""
                        update notice_message set state = 'IN_DOUBT',
                            result = 'the sender ended before the reply was recorded'
                        where incident = ? and state = 'SENDING' and channel = 'EMAIL'
                        """).param(incident.value()).update();
    }

    /** Accepted, or free to be sent at the next start. False if the message was not in doubt. */
    boolean settle(IncidentId incident, String messageId, boolean accepted, String basis, Instant at) {
        return jdbc.sql("""
                        update notice_message set state = ?, result = ?, settled_at = ?
                        where incident = ? and message_id = ? and state = 'IN_DOUBT'
                        """)
                        .params(java.util.Arrays.asList(
                                accepted ? "ACCEPTED" : "WAITING",
                                (accepted ? "accepted " : "not accepted ") + basis,
                                accepted ? Sql.time(at) : null,
                                incident.value(),
                                messageId))
                        .update()
                == 1;
    }

    /** The batch of the mail that came back; empty if no accepted mail has this Message-ID. */
    Optional<BatchId> bounced(IncidentId incident, String messageId, String reason) {
        return jdbc.sql("""
                        update notice_message set state = 'BOUNCED', result = ?
                        where incident = ? and message_id = ? and state = 'ACCEPTED' returning batch
                        """)
                .params("came back: " + reason, incident.value(), messageId)
                .query(Long.class)
                .optional()
                .map(BatchId::new);
    }

    /** A notice found by its reference. */
    record Known(IncidentId incident, BatchId batch) {}

    Optional<Known> byReference(byte[] hash) {
        return jdbc.sql("select incident, batch from notice_message where reference_hash = ?")
                .param(hash)
                .query((row, n) ->
                        new Known(new IncidentId(row.getString("incident")), new BatchId(row.getLong("batch"))))
                .optional();
    }
}
