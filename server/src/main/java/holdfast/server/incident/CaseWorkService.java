package holdfast.server.incident;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.platform.Invalid;
import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import holdfast.server.record.LedgerBook;
import holdfast.server.record.Recorder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class CaseWorkService implements CaseWork {
    private final JdbcClient jdbc;
    private final CaseActions actions;
    private final LedgerBook book;
    private final Permits permits;
    private final Recorder recorder;
    private final InstantSource clock;

    CaseWorkService(
            JdbcClient jdbc,
            CaseActions actions,
            LedgerBook book,
            Permits permits,
            Recorder recorder,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.actions = actions;
        this.book = book;
        this.permits = permits;
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public void finding(IncidentId id, String text, List<EntryId> evidence, ActorId by) {
        permits.demand(by, Role.DPO, Role.MANAGER, Role.HEAD);
        Words.demand(text, "part.finding");
        HkidGuard.refuse(text);
        for (EntryId one : evidence) {
            if (book.entry(one).isEmpty()) {
                throw new Invalid("refused.cite-entry", one);
            }
        }
        String cited = evidence.stream().map(EntryId::toString).collect(Collectors.joining(" "));
        jdbc.sql("insert into incident_finding (incident, text, evidence, by_whom, at) values (?, ?, ?, ?, ?)")
                .params(id.value(), text, cited, by.value(), Sql.time(clock.instant()))
                .update();
        recorder.record(by, "incident.finding", Map.of("text", text, "evidence", cited), id.ref());
    }

    @Override
    @Transactional(readOnly = true)
    public List<InquiryFinding> findings(IncidentId id) {
        return jdbc.sql("select * from incident_finding where incident = ? order by id")
                .param(id.value())
                .query((row, n) -> new InquiryFinding(
                        row.getLong("id"),
                        row.getString("text"),
                        Arrays.stream(row.getString("evidence").split(" ", -1))
                                .filter(one -> !one.isEmpty())
                                .map(EntryId::parse)
                                .toList(),
                        new ActorId(row.getString("by_whom")),
                        Sql.instant(row, "at")))
                .list();
    }

    @Override
    public void action(IncidentId id, String what, ActorId owner, Instant due, ActorId by) {
        actions.set(id, what, owner, due, by);
    }

    @Override
    public void done(IncidentId id, long actionId, String result, ActorId by) {
        actions.done(id, actionId, result, by);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseAction> actions(IncidentId id) {
        return actions.of(id);
    }

    @Override
    public void note(IncidentId id, String text, ActorId by) {
        permits.demand(by, Role.DPO, Role.MANAGER, Role.HEAD);
        Words.demand(text, "part.note");
        jdbc.sql("insert into incident_note (incident, text, by_whom, at) values (?, ?, ?, ?)")
                .params(id.value(), text, by.value(), Sql.time(clock.instant()))
                .update();
        // The note itself is restricted; the ledger, which an auditor exports, says only that there is one.
        recorder.record(by, "incident.note-written", Map.of("characters", (long) text.length()), id.ref());
    }

    @Override
    public List<CaseNote> notes(IncidentId id, ActorId by) {
        permits.demand(by, Role.DPO, Role.MANAGER, Role.HEAD, Role.AUDITOR);
        recorder.record(by, "incident.notes-read", Map.of(), id.ref());
        return jdbc.sql("select * from incident_note where incident = ? order by id")
                .param(id.value())
                .query((row, n) -> new CaseNote(
                        row.getLong("id"),
                        row.getString("text"),
                        new ActorId(row.getString("by_whom")),
                        Sql.instant(row, "at")))
                .list();
    }
}
