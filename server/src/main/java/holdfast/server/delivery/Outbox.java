package holdfast.server.delivery;

import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what was told. Every method joins the caller's transaction. */
@Repository
class Outbox {
    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ActorId to, Alert alert, Instant at) {
        jdbc.sql("""
                        insert into delivery_outbox (told, subject, body, about, at, state, next_try)
                        values (?, ?, ?, ?, ?, 'WAITING', ?)
                        """)
                .params(to.value(), alert.subject(), alert.body(), alert.about().toString(), Sql.time(at), Sql.time(at))
                .update();
    }

    /** The next one that may be tried, locked until the transaction ends; another server skips it. */
    Optional<Told> next(Instant now) {
        return jdbc.sql("""
                        select * from delivery_outbox where state = 'WAITING' and next_try <= ?
                        order by next_try, id limit 1 for update skip locked
                        """).param(Sql.time(now)).query(Outbox::read).optional();
    }

    void sent(long id, Instant at, String result) {
        jdbc.sql("update delivery_outbox set state = 'SENT', sent_at = ?, tries = tries + 1, result = ? where id = ?")
                .params(Sql.time(at), result, id)
                .update();
    }

    void again(long id, Instant at, String result) {
        jdbc.sql("update delivery_outbox set next_try = ?, tries = tries + 1, result = ? where id = ?")
                .params(Sql.time(at), result, id)
                .update();
    }

    void givenUp(long id, String result) {
        jdbc.sql("update delivery_outbox set state = 'NOT_SENT', tries = tries + 1, result = ? where id = ?")
                .params(result, id)
                .update();
    }

    List<Told> about(Ref about) {
        return jdbc.sql("select * from delivery_outbox where about = ? order by id")
                .param(about.toString())
                .query(Outbox::read)
                .list();
    }

    List<Told> toldTo(ActorId person, int n) {
        return jdbc.sql("select * from delivery_outbox where told = ? order by id desc limit ?")
                .params(person.value(), n)
                .query(Outbox::read)
                .list();
    }

    private static Told read(ResultSet row, int n) throws SQLException {
        Alert alert = new Alert(row.getString("subject"), row.getString("body"), Ref.parse(row.getString("about")));
        return new Told(
                row.getLong("id"),
                new ActorId(row.getString("told")),
                alert,
                Told.State.valueOf(row.getString("state")),
                Sql.instant(row, "at"),
                Sql.instantOrEmpty(row, "sent_at"),
                row.getInt("tries"),
                row.getString("result"));
    }
}
