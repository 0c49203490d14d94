package holdfast.server.watch;

import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of due times. Decides nothing. */
@Component
class DueStore {
    private final JdbcClient sql;

    DueStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** How something that was waited for stands. */
    enum State {
        OPEN,
        FULFILLED,
        CALLED_OFF
    }

    /** A row, with the rungs of its ladder. */
    record Row(OpenDue due, State state, int generation) {
        Expectation expectation() {
            return due.expectation();
        }
    }

    void insert(DueId id, Expectation expectation, ActorId by, Instant now) {
        sql.sql("""
                        insert into watch_due
                          (id, what, about_kind, about_id, due, involved, expected_by, expected_at, state, next_ring)
                        values (?, ?, ?, ?, ?, string_to_array(?, ','), ?, ?, 'OPEN', ?)
                        """)
                .params(
                        id.value(),
                        expectation.what(),
                        expectation.about().kind(),
                        expectation.about().id(),
                        Sql.time(expectation.due()),
                        joined(expectation.involved()),
                        by.value(),
                        Sql.time(now),
                        Sql.time(expectation
                                .due()
                                .plus(expectation.ladder().getFirst().afterDue())))
                .update();
        for (int rung = 0; rung < expectation.ladder().size(); rung++) {
            Rung step = expectation.ladder().get(rung);
            sql.sql("""
                            insert into watch_rung (due_id, rung, label, after_seconds, hear)
                            values (?, ?, ?, ?, string_to_array(?, ','))
                            """)
                    .params(id.value(), rung, step.label(), step.afterDue().toSeconds(), joined(step.hear()))
                    .update();
        }
    }

    /** The row, locked until the transaction ends. */
    Optional<Row> lock(DueId id) {
        return sql.sql("select * from watch_due where id = ? for update")
                .param(id.value())
                .query(this::row)
                .optional();
    }

    /** The earliest that should ring by now and that no other server is ringing, locked; but none of these. */
    Optional<Row> lockNext(Instant now, Set<DueId> butNot) {
        return sql.sql("""
                        select * from watch_due
                        where state = 'OPEN' and next_ring <= ? and id <> all (string_to_array(?, ',')::uuid[])
                        order by next_ring, id limit 1 for update skip locked
                        """)
                .params(Sql.time(now), butNot.stream().map(DueId::toString).collect(Collectors.joining(",")))
                .query(this::row)
                .optional();
    }

    List<OpenDue> open() {
        return sql.sql("select * from watch_due where state = 'OPEN' order by due, id")
                .query((row, number) -> row(row, number).due())
                .list();
    }

    List<OpenDue> open(Ref about) {
        return sql.sql("""
                        select * from watch_due where state = 'OPEN' and about_kind = ? and about_id = ?
                        order by due, id
                        """)
                .params(about.kind(), about.id())
                .query((row, number) -> row(row, number).due())
                .list();
    }

    Optional<Instant> nextRing() {
        return sql.sql("select min(next_ring) as next from watch_due where state = 'OPEN'")
                .query((row, number) -> Sql.instantOrEmpty(row, "next"))
                .single();
    }

    void climb(DueId id, int nextRung, Optional<Instant> nextRing) {
        sql.sql("update watch_due set next_rung = ?, next_ring = ? where id = ?")
                .params(Arrays.asList(nextRung, Sql.time(nextRing), id.value()))
                .update();
    }

    void close(DueId id, State state) {
        sql.sql("update watch_due set state = ?, next_ring = null where id = ?")
                .params(state.name(), id.value())
                .update();
    }

    void startAgain(DueId id, Instant newDue, Instant nextRing) {
        sql.sql("""
                        update watch_due
                        set due = ?, generation = generation + 1, next_rung = 0, next_ring = ? where id = ?
                        """).params(Sql.time(newDue), Sql.time(nextRing), id.value()).update();
    }

    /** The latest time that was noted, with its row locked; empty before the first note. */
    Optional<Instant> latest() {
        return sql.sql("select latest from watch_clock for update")
                .query((row, number) -> Sql.instant(row, "latest"))
                .optional();
    }

    void setLatest(Instant now) {
        sql.sql("""
                        insert into watch_clock (one, latest) values (true, ?)
                        on conflict (one) do update set latest = excluded.latest
                        """).param(Sql.time(now)).update();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        DueId id = new DueId(row.getObject("id", UUID.class));
        Expectation expectation = new Expectation(
                row.getString("what"),
                new Ref(row.getString("about_kind"), row.getString("about_id")),
                Sql.instant(row, "due"),
                ladder(id),
                actors(row.getArray("involved")));
        OpenDue due = new OpenDue(
                id,
                expectation,
                new ActorId(row.getString("expected_by")),
                row.getInt("next_rung"),
                Sql.instantOrEmpty(row, "next_ring"));
        return new Row(due, State.valueOf(row.getString("state")), row.getInt("generation"));
    }

    private List<Rung> ladder(DueId id) {
        return sql.sql("select * from watch_rung where due_id = ? order by rung")
                .param(id.value())
                .query((row, number) -> new Rung(
                        row.getString("label"),
                        Duration.ofSeconds(row.getLong("after_seconds")),
                        actors(row.getArray("hear"))))
                .list();
    }

    static Set<ActorId> actors(Array column) throws SQLException {
        return Arrays.stream((String[]) column.getArray()).map(ActorId::new).collect(Collectors.toUnmodifiableSet());
    }

    /** Ids contain no comma. */
    static String joined(Collection<ActorId> actors) {
        return actors.stream().map(ActorId::value).sorted().collect(Collectors.joining(","));
    }
}
