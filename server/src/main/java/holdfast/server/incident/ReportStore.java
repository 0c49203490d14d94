package holdfast.server.incident;

import holdfast.server.incident.AuthorityReport.OpenField;
import holdfast.server.incident.AuthorityReport.Status;
import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of reports. Joins the caller's transaction. */
@Repository
class ReportStore {
    /** A report without its clock, which is read at each look. */
    record Row(
            IncidentId incident,
            Form form,
            int version,
            Status status,
            Instant draftedAt,
            ActorId author,
            Optional<ActorId> approver,
            Optional<Instant> sentAt,
            String receipt,
            List<OpenField> open,
            Path pdf,
            Path json) {
        AuthorityReport with(Clock clock) {
            return new AuthorityReport(
                    incident, form, version, status, draftedAt, author, approver, sentAt, receipt, open, clock, pdf,
                    json);
        }
    }

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Row row) {
        jdbc.sql("""
                        insert into incident_report
                            (incident, form, version, status, drafted_at, author, open_fields, pdf, json)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        row.incident().value(),
                        row.form().name(),
                        row.version(),
                        row.status().name(),
                        Sql.time(row.draftedAt()),
                        row.author().value(),
                        JsonMapper.shared().writeValueAsString(row.open()),
                        row.pdf().toString(),
                        row.json().toString())
                .update();
    }

    void status(Row row, Status status) {
        update(row, "status = ?", status.name());
    }

    void approve(Row row, ActorId approver) {
        update(row, "status = 'APPROVED', approver = ?", approver.value());
    }

    void sent(Row row, String channel, Instant at) {
        update(row, "status = 'SENT', channel = ?, sent_at = ?", channel, Sql.time(at));
    }

    void receipt(Row row, String receipt) {
        update(row, "status = 'ACKNOWLEDGED', receipt = ?", receipt);
    }

    private void update(Row row, String set, Object... values) {
        List<Object> params = new java.util.ArrayList<>(List.of(values));
        params.addAll(List.of(row.incident().value(), row.form().name(), row.version()));
        jdbc.sql("update incident_report set " + set + " where incident = ? and form = ? and version = ?")
                .params(params)
                .update();
    }

    /** The newest version of each form. */
    List<Row> newest(IncidentId id) {
        return jdbc.sql("""
                        select distinct on (form) * from incident_report where incident = ?
                        order by form, version desc
                        """).param(id.value()).query(ReportStore::read).list();
    }

    Optional<Row> newest(IncidentId id, Form form) {
        return newest(id).stream().filter(row -> row.form() == form).findFirst();
    }

    /** Every sending of every form, the oldest first. */
    List<AuthorityReport.Brief> sent(IncidentId id) {
        return jdbc.sql("""
                        select form, sent_at from incident_report where incident = ? and sent_at is not null
                        order by sent_at
                        """)
                .param(id.value())
                .query((row, n) ->
                        new AuthorityReport.Brief(Form.valueOf(row.getString("form")), Sql.instant(row, "sent_at")))
                .list();
    }

    private static Row read(ResultSet row, int n) throws SQLException {
        return new Row(
                new IncidentId(row.getString("incident")),
                Form.valueOf(row.getString("form")),
                row.getInt("version"),
                Status.valueOf(row.getString("status")),
                Sql.instant(row, "drafted_at"),
                new ActorId(row.getString("author")),
                actor(row.getString("approver")),
                Sql.instantOrEmpty(row, "sent_at"),
                row.getString("receipt"),
                JsonMapper.shared().readValue(row.getString("open_fields"), new TypeReference<List<OpenField>>() {}),
                Path.of(row.getString("pdf")),
                Path.of(row.getString("json")));
    }

    private static Optional<ActorId> actor(@Nullable String id) {
        return Optional.ofNullable(id).map(ActorId::new);
    }
}
