package holdfast.server.incident;

import holdfast.server.access.Forbidden;
import holdfast.server.access.Language;
import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.platform.NotNow;
import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class StatementService implements Statements {
    private final JdbcClient jdbc;
    private final CaseReader reader;
    private final Permits permits;
    private final Recorder recorder;

    StatementService(JdbcClient jdbc, CaseReader reader, Permits permits, Recorder recorder) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.permits = permits;
        this.recorder = recorder;
    }

    @Override
    public Statement draft(IncidentId id, ActorId by) {
        permits.demand(by, Role.DPO, Role.MANAGER);
        CaseFacts facts = reader.read(id);
        for (Language language : Language.values()) {
            keep(id, language, new StatementText(facts, language).text(), by);
        }
        recorder.record(by, "statement.drafted", Map.of(), id.ref());
        return statement(id).orElseThrow();
    }

    @Override
    public Statement edit(IncidentId id, Language language, String text, ActorId by) {
        permits.demand(by, Role.DPO, Role.MANAGER);
        Words.demand(text, "part.statement");
        HkidGuard.refuse(text);
        keep(id, language, text, by);
        recorder.record(by, "statement.edited", Map.of("language", language), id.ref());
        return statement(id).orElseThrow();
    }

    /** Changed words were read by nobody else yet: the approval falls, in all languages. */
    private void keep(IncidentId id, Language language, String text, ActorId by) {
        jdbc.sql("""
                        insert into incident_statement (incident, language, text, drafted_at, author)
                        values (?, ?, ?, ?, ?) on conflict (incident, language) do update
                        set text = excluded.text, drafted_at = excluded.drafted_at, author = excluded.author
                        """)
                .params(id.value(), language.name(), text, Sql.time(reader.now()), by.value())
                .update();
        jdbc.sql("update incident_statement set approver = null, approved_at = null where incident = ?")
                .param(id.value())
                .update();
    }

    @Override
    public Statement approve(IncidentId id, ActorId other) {
        permits.demand(other, Role.HEAD);
        Statement statement = statement(id).orElseThrow(() -> new NotNow("refused.statement-none", id));
        if (wrote(id, other)) {
            throw new Forbidden("refused.statement-author");
        }
        jdbc.sql("update incident_statement set approver = ?, approved_at = ? where incident = ?")
                .params(other.value(), Sql.time(reader.now()), id.value())
                .update();
        recorder.record(
                other,
                "statement.approved",
                Map.of("languages", (long) statement.text().size()),
                id.ref());
        return statement(id).orElseThrow();
    }

    private boolean wrote(IncidentId id, ActorId who) {
        return jdbc.sql("select count(*) from incident_statement where incident = ? and author = ?")
                        .params(id.value(), who.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private record Row(
            Language language,
            String text,
            Instant draftedAt,
            ActorId author,
            @Nullable String approver,
            Optional<Instant> approvedAt) {}

    @Override
    @Transactional(readOnly = true)
    public Optional<Statement> statement(IncidentId id) {
        var rows = jdbc.sql("select * from incident_statement where incident = ? order by drafted_at")
                .param(id.value())
                .query((row, n) -> new Row(
                        Language.valueOf(row.getString("language")),
                        row.getString("text"),
                        Sql.instant(row, "drafted_at"),
                        new ActorId(row.getString("author")),
                        row.getString("approver"),
                        Sql.instantOrEmpty(row, "approved_at")))
                .list();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Map<Language, String> text = new EnumMap<>(Language.class);
        rows.forEach(row -> text.put(row.language(), row.text()));
        Row last = rows.getLast();
        return Optional.of(new Statement(
                id,
                text,
                last.draftedAt(),
                last.author(),
                Optional.ofNullable(last.approver()).map(ActorId::new),
                last.approvedAt()));
    }
}
