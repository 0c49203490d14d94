package holdfast.server.notice;

import holdfast.server.access.Language;
import holdfast.server.incident.IncidentId;
import holdfast.server.platform.Sql;
import holdfast.server.platform.Unknown;
import holdfast.server.record.ActorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Batches, and questions about the notices in them. Joins the caller's transaction. */
@Repository
class BatchStore {
    private static final String BATCHES = """
            select b.*,
                (select count(*) from notice_message m where m.batch = b.id
                    and m.state in ('ACCEPTED', 'PRINTED', 'REFUSED', 'BOUNCED')) as settled,
                (select count(*) from notice_message m where m.batch = b.id and m.state = 'IN_DOUBT') as doubt
            from notice_batch b
            """;

    private final JdbcClient jdbc;

    BatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    BatchId insert(
            IncidentId incident, PlannedNotice.Group group, int notices, Wording wording, ActorId by, Instant at) {
        return new BatchId(jdbc.sql("""
                        insert into notice_batch
                            (incident, category, language, channel, notices, wording, planner, planned_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        incident.value(),
                        group.category(),
                        group.language().name(),
                        group.channel().name(),
                        notices,
                        wording.json(),
                        by.value(),
                        Sql.time(at))
                .query(Long.class)
                .single());
    }

    void approve(BatchId id, ActorId by, Instant at) {
        jdbc.sql("update notice_batch set state = 'APPROVED', approver = ?, approved_at = ? where id = ?")
                .params(by.value(), Sql.time(at), id.value())
                .update();
    }

    void done(BatchId id, String digest, Instant at) {
        jdbc.sql("update notice_batch set state = 'DONE', digest = ?, done_at = ? where id = ?")
                .params(digest, Sql.time(at), id.value())
                .update();
    }

    /** A batch that was done has something to do again: a bounce, a letter to follow. */
    void reopen(BatchId id) {
        jdbc.sql("update notice_batch set state = 'APPROVED', done_at = null where id = ? and state = 'DONE'")
                .param(id.value())
                .update();
    }

    Batch batch(BatchId id) {
        return jdbc.sql(BATCHES + " where b.id = ?")
                .param(id.value())
                .query(BatchStore::read)
                .optional()
                .orElseThrow(() -> new Unknown("refused.batch-unknown", id));
    }

    List<Batch> batches(IncidentId incident) {
        return jdbc.sql(BATCHES + " where b.incident = ? order by b.id")
                .param(incident.value())
                .query(BatchStore::read)
                .list();
    }

    Wording wording(BatchId id) {
        return Wording.parse(jdbc.sql("select wording from notice_batch where id = ?")
                .param(id.value())
                .query(String.class)
                .single());
    }

    /** The persons who have a notice of this incident that was not bounced. */
    Set<String> persons(IncidentId incident) {
        return new HashSet<>(
                jdbc.sql("""
                        select distinct person from notice_message where incident = ? and state <> 'BOUNCED'
                        """).param(incident.value()).query(String.class).list());
    }

    /** The persons whose mail came back and who have no letter yet. */
    Set<String> bounced(IncidentId incident) {
        return new HashSet<>(
                jdbc.sql("""
                        select person from notice_message m where incident = ? and state = 'BOUNCED'
                        and not exists (select 1 from notice_message l
                            where l.incident = m.incident and l.person = m.person and l.channel = 'LETTER')
                        """).param(incident.value()).query(String.class).list());
    }

    /** How many notices of an incident are in each state. */
    java.util.Map<String, Long> states(IncidentId incident) {
        java.util.Map<String, Long> states = new java.util.HashMap<>();
        jdbc.sql("select state, count(*) from notice_message where incident = ? group by state")
                .param(incident.value())
                .query(row -> {
                    states.put(row.getString(1), row.getLong(2));
                });
        return states;
    }

    private static Batch read(ResultSet row, int n) throws SQLException {
        return new Batch(
                new BatchId(row.getLong("id")),
                new IncidentId(row.getString("incident")),
                row.getString("category"),
                Language.valueOf(row.getString("language")),
                Channel.valueOf(row.getString("channel")),
                Batch.State.valueOf(row.getString("state")),
                row.getLong("notices"),
                row.getLong("settled"),
                row.getLong("doubt"),
                new ActorId(row.getString("planner")),
                Optional.ofNullable(row.getString("approver")).map(ActorId::new),
                Sql.instant(row, "planned_at"),
                row.getString("digest"),
                Sql.instantOrEmpty(row, "forget_at"),
                Sql.instantOrEmpty(row, "forgotten_at"));
    }
}
