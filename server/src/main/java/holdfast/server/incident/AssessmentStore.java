package holdfast.server.incident;

import holdfast.server.platform.Phrase;
import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table of assessments. Joins the caller's transaction. */
@Repository
class AssessmentStore {
    /** The part that is kept as JSON. */
    record Content(List<Assessment.Finding> findings, List<Phrase> cannotSee, Phrase conclusion) {}

    /** An assessment, and the digest of the evidence that it rests on. */
    record Stored(Assessment assessment, String evidence) {}

    private final JdbcClient jdbc;

    AssessmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(IncidentId id, Instant countedAt, Content content, String evidence) {
        jdbc.sql("insert into incident_assessment (incident, counted_at, content, evidence) values (?, ?, ?, ?)")
                .params(id.value(), Sql.time(countedAt), JsonMapper.shared().writeValueAsString(content), evidence)
                .update();
    }

    void sign(long id, ActorId by, Instant at, Instant expires) {
        jdbc.sql("update incident_assessment set signed_by = ?, signed_at = ?, expires_at = ? where id = ?")
                .params(by.value(), Sql.time(at), Sql.time(expires), id)
                .update();
    }

    void lapse(IncidentId id, String why) {
        jdbc.sql("update incident_assessment set lapsed = ? where incident = ? and lapsed = ''")
                .params(why, id.value())
                .update();
    }

    Optional<Stored> newest(IncidentId id) {
        return jdbc.sql("select * from incident_assessment where incident = ? order by id desc limit 1")
                .param(id.value())
                .query((row, n) -> {
                    Content content = JsonMapper.shared().readValue(row.getString("content"), Content.class);
                    Assessment assessment = new Assessment(
                            row.getLong("id"),
                            id,
                            Sql.instant(row, "counted_at"),
                            content.findings(),
                            content.cannotSee(),
                            content.conclusion(),
                            Optional.ofNullable(row.getString("signed_by")).map(ActorId::new),
                            Sql.instantOrEmpty(row, "signed_at"),
                            Sql.instantOrEmpty(row, "expires_at"),
                            row.getString("lapsed"));
                    return new Stored(assessment, row.getString("evidence"));
                })
                .optional();
    }
}
