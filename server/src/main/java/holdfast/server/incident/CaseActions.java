package holdfast.server.incident;

import holdfast.server.access.Forbidden;
import holdfast.server.access.People;
import holdfast.server.access.Permits;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.incident.CaseWork.CaseAction;
import holdfast.server.platform.Invalid;
import holdfast.server.platform.NotNow;
import holdfast.server.platform.Sql;
import holdfast.server.platform.Unknown;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.watch.DueId;
import holdfast.server.watch.Expectation;
import holdfast.server.watch.Rung;
import holdfast.server.watch.Watch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who does what by when after an incident. One that nobody does rings, as everything here does. Joins the transaction. */
@Component
class CaseActions {
    private static final Duration UNTIL_HEAD = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Watch watch;
    private final People people;
    private final Permits permits;
    private final Recorder recorder;
    private final InstantSource clock;

    CaseActions(JdbcClient jdbc, Watch watch, People people, Permits permits, Recorder recorder, InstantSource clock) {
        this.jdbc = jdbc;
        this.watch = watch;
        this.people = people;
        this.permits = permits;
        this.recorder = recorder;
        this.clock = clock;
    }

    void set(IncidentId id, String what, ActorId owner, Instant due, ActorId by) {
        permits.demand(by, Role.DPO, Role.MANAGER, Role.HEAD);
        Words.demand(what, "part.action");
        HkidGuard.refuse(what);
        if (people.find(owner).filter(Person::active).isEmpty()) {
            throw new Unknown("refused.action-owner", owner);
        }
        if (!due.isAfter(clock.instant())) {
            throw new Invalid("refused.action-due");
        }
        Set<ActorId> heads = people.holding(Role.HEAD).stream().map(Person::id).collect(Collectors.toSet());
        List<Rung> ladder = List.of(
                new Rung("owner", Duration.ZERO, Set.of(owner, by)), new Rung("head of office", UNTIL_HEAD, heads));
        DueId rings = watch.expect(new Expectation("action", id.ref(), due, ladder, Set.of(owner)), by);
        jdbc.sql("""
                        insert into incident_action (incident, what, owner, due, set_by, expectation)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(id.value(), what.strip(), owner.value(), Sql.time(due), by.value(), rings.value())
                .update();
        recorder.record(by, "incident.action-set", Map.of("what", what, "owner", owner, "due", due), id.ref());
    }

    void done(IncidentId id, long actionId, String result, ActorId by) {
        permits.demand(by);
        Words.demand(result, "part.result");
        HkidGuard.refuse(result);
        CaseAction open = of(id).stream()
                .filter(one -> one.id() == actionId && one.doneAt().isEmpty())
                .findFirst()
                .orElseThrow(() -> new NotNow("refused.action-unknown", id, actionId));
        if (!open.owner().equals(by) && !senior(by)) {
            throw new Forbidden("refused.action-done-by");
        }
        jdbc.sql("update incident_action set done_at = ?, result = ? where id = ?")
                .params(Sql.time(clock.instant()), result.strip(), actionId)
                .update();
        jdbc.sql("select expectation from incident_action where id = ? and expectation is not null")
                .param(actionId)
                .query(UUID.class)
                .optional()
                .ifPresent(rings -> watch.fulfil(new DueId(rings), by));
        recorder.record(by, "incident.action-done", Map.of("action", actionId, "result", result), id.ref());
    }

    private boolean senior(ActorId by) {
        Optional<Person> person = people.find(by);
        return Set.of(Role.DPO, Role.MANAGER, Role.HEAD).stream()
                .anyMatch(role -> person.filter(one -> one.holds(role)).isPresent());
    }

    List<CaseAction> of(IncidentId id) {
        return jdbc.sql("select * from incident_action where incident = ? order by done_at is not null, due, id")
                .param(id.value())
                .query(CaseActions::read)
                .list();
    }

    private static CaseAction read(ResultSet row, int n) throws SQLException {
        return new CaseAction(
                row.getLong("id"),
                row.getString("what"),
                new ActorId(row.getString("owner")),
                Sql.instant(row, "due"),
                new ActorId(row.getString("set_by")),
                Sql.instantOrEmpty(row, "done_at"),
                row.getString("result"));
    }
}
