package holdfast.server.incident;

import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import holdfast.server.watch.DueId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people said and decided in a file, and the due times that stand for its clocks. Joins the caller's transaction. */
@Repository
class FollowUpStore {
    /** A due time in {@code watch} that stands for a clock. */
    record StandingDue(DueId expectation, Instant due) {}

    private final JdbcClient jdbc;

    FollowUpStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void judge(IncidentId id, Condition condition, boolean holds, String reason, ActorId by, Instant at) {
        jdbc.sql("""
                        insert into incident_judgement (incident, condition, holds, reason, by_whom, at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (incident, condition) do update set holds = excluded.holds,
                            reason = excluded.reason, by_whom = excluded.by_whom, at = excluded.at
                        """)
                .params(id.value(), condition.name(), holds, reason, by.value(), Sql.time(at))
                .update();
    }

    Map<Condition, Boolean> judgements(IncidentId id) {
        Map<Condition, Boolean> answers = new EnumMap<>(Condition.class);
        judged(id).forEach(one -> answers.put(one.condition(), one.holds()));
        return answers;
    }

    List<Incidents.Judgement> judged(IncidentId id) {
        return jdbc.sql("select * from incident_judgement where incident = ?")
                .param(id.value())
                .query((row, n) -> new Incidents.Judgement(
                        Condition.valueOf(row.getString("condition")),
                        row.getBoolean("holds"),
                        row.getString("reason"),
                        new ActorId(row.getString("by_whom")),
                        Sql.instant(row, "at")))
                .list();
    }

    void waive(IncidentId id, String rule, String reason, ActorId by, Instant at) {
        jdbc.sql("""
                        insert into incident_waiver (incident, rule, reason, by_whom, at) values (?, ?, ?, ?, ?)
                        on conflict (incident, rule) do update set reason = excluded.reason,
                            by_whom = excluded.by_whom, at = excluded.at
                        """).params(id.value(), rule, reason, by.value(), Sql.time(at)).update();
    }

    Map<String, String> waived(IncidentId id) {
        Map<String, String> waived = new HashMap<>();
        jdbc.sql("select rule, reason from incident_waiver where incident = ?")
                .param(id.value())
                .query(row -> {
                    waived.put(row.getString(1), row.getString(2));
                });
        return waived;
    }

    void contacted(IncidentId id, Contacted contacted, ActorId by) {
        jdbc.sql("""
                        insert into incident_contact
                            (incident, party, outside, rule, channel, at, said, reference, by_whom)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id.value(),
                        contacted.party(),
                        contacted.outside(),
                        contacted.ruleId(),
                        contacted.channel(),
                        Sql.time(contacted.at()),
                        contacted.said(),
                        contacted.reference(),
                        by.value())
                .update();
    }

    List<Contacted> contacts(IncidentId id) {
        return jdbc.sql("select * from incident_contact where incident = ? order by at, id")
                .param(id.value())
                .query((row, n) -> new Contacted(
                        row.getString("party"),
                        row.getBoolean("outside"),
                        row.getString("rule"),
                        row.getString("channel"),
                        Sql.instant(row, "at"),
                        row.getString("said"),
                        row.getString("reference")))
                .list();
    }

    void answer(IncidentId id, String field, String answer, ActorId by, Instant at) {
        jdbc.sql("""
                        insert into incident_answer (incident, field, answer, by_whom, at) values (?, ?, ?, ?, ?)
                        on conflict (incident, field) do update set answer = excluded.answer,
                            by_whom = excluded.by_whom, at = excluded.at
                        """)
                .params(id.value(), field, answer, by.value(), Sql.time(at))
                .update();
    }

    /** A person's answer, whose it is, and since when. */
    record Answer(String text, ActorId by, Instant at) {}

    Map<String, Answer> answers(IncidentId id) {
        Map<String, Answer> answers = new HashMap<>();
        jdbc.sql("select field, answer, by_whom, at from incident_answer where incident = ?")
                .param(id.value())
                .query(row -> {
                    answers.put(
                            row.getString(1),
                            new Answer(row.getString(2), new ActorId(row.getString(3)), Sql.instant(row, "at")));
                });
        return answers;
    }

    Map<String, StandingDue> dues(IncidentId id) {
        Map<String, StandingDue> dues = new HashMap<>();
        jdbc.sql("select rule, due, expectation from incident_due where incident = ?")
                .param(id.value())
                .query(row -> {
                    dues.put(
                            row.getString("rule"),
                            new StandingDue(
                                    new DueId(row.getObject("expectation", UUID.class)), Sql.instant(row, "due")));
                });
        return dues;
    }

    void stands(IncidentId id, String rule, StandingDue due) {
        jdbc.sql("""
                        insert into incident_due (incident, rule, due, expectation) values (?, ?, ?, ?)
                        on conflict (incident, rule) do update set due = excluded.due,
                            expectation = excluded.expectation
                        """)
                .params(id.value(), rule, Sql.time(due.due()), due.expectation().value())
                .update();
    }

    void standsNoMore(IncidentId id, String rule) {
        jdbc.sql("delete from incident_due where incident = ? and rule = ?")
                .params(id.value(), rule)
                .update();
    }
}
