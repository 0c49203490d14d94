package holdfast.server.notice;

import holdfast.server.incident.IncidentId;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes batches in which every notice has an end: one ledger entry a batch, with the digest of the states of all its
 * notices. Whoever has the table can compute the digest again; nobody can change the table unseen.
 */
@Component
class BatchCloser {
    private final BatchStore batches;
    private final JdbcClient jdbc;
    private final ContactsKeeper contacts;
    private final Recorder recorder;
    private final InstantSource clock;

    BatchCloser(BatchStore batches, JdbcClient jdbc, ContactsKeeper contacts, Recorder recorder, InstantSource clock) {
        this.batches = batches;
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** Closes what can be closed. Safe to call at any time. */
    @Transactional
    public void close(IncidentId incident) {
        for (Batch batch : batches.batches(incident)) {
            if (batch.state() == Batch.State.APPROVED && batch.settled() == batch.notices()) {
                String digest = digest(batch.id());
                batches.done(batch.id(), digest, clock.instant());
                contacts.settled(batch);
                recorder.record(
                        ActorId.SYSTEM,
                        "notice.batch-done",
                        Map.of(
                                "batch", batch.id().value(),
                                "category", batch.category(),
                                "language", batch.language(),
                                "channel", batch.channel(),
                                "notices", batch.notices(),
                                "digest", digest),
                        batch.id().ref(),
                        incident.ref());
            }
        }
    }

    /** SHA-256 over a line for each notice, in the order of ids: person, channel, state, Message-ID, digest of what was sent. */
    String digest(BatchId batch) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            jdbc.sql(
                            "select person, channel, state, message_id, digest from notice_message where batch = ? order by id")
                    .param(batch.value())
                    .query(row -> {
                        String line = String.join(
                                "\t",
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5));
                        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
                    });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
