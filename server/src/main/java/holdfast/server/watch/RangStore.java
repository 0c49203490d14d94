package holdfast.server.watch;

import holdfast.server.platform.Sql;
import holdfast.server.record.Ref;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of rungs that rang. */
@Component
class RangStore {
    private static final String SELECT = """
            select r.*, d.what, d.about_kind, d.about_id from watch_rang r join watch_due d on d.id = r.due_id
            """;

    private final JdbcClient sql;

    RangStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Fails if this rung of this generation rang before. */
    void insert(RungReached rang, int generation, boolean published) {
        sql.sql("""
                        insert into watch_rang (due_id, generation, rung, label, due, heard, at, published)
                        values (?, ?, ?, ?, ?, string_to_array(?, ','), ?, ?)
                        """)
                .params(
                        rang.due().value(),
                        generation,
                        rang.rung(),
                        rang.label(),
                        Sql.time(rang.dueAt()),
                        DueStore.joined(rang.heard()),
                        Sql.time(rang.at()),
                        published)
                .update();
    }

    List<RungReached> about(Ref about) {
        return sql.sql(SELECT + "where d.about_kind = ? and d.about_id = ? order by r.at, r.generation, r.rung")
                .params(about.kind(), about.id())
                .query(RangStore::rang)
                .list();
    }

    /** What rang for this due time since it was last extended. */
    List<RungReached> of(DueId due, int generation) {
        return sql.sql(SELECT + "where r.due_id = ? and r.generation = ? order by r.rung")
                .params(due.value(), generation)
                .query(RangStore::rang)
                .list();
    }

    /** What rang while a listener refused it, the oldest first. */
    List<RungReached> unpublished() {
        return sql.sql(SELECT + "where not r.published order by r.at, r.rung limit 100")
                .query(RangStore::rang)
                .list();
    }

    /** Marks it as published; false if another server was faster. */
    boolean markPublished(RungReached rang) {
        return sql.sql("""
                        update watch_rang set published = true where due_id = ? and rung = ? and at = ? and not published
                        """)
                        .params(rang.due().value(), rang.rung(), Sql.time(rang.at()))
                        .update()
                > 0;
    }

    private static RungReached rang(ResultSet row, int number) throws SQLException {
        return new RungReached(
                new DueId(row.getObject("due_id", UUID.class)),
                row.getString("what"),
                new Ref(row.getString("about_kind"), row.getString("about_id")),
                Sql.instant(row, "due"),
                row.getInt("rung"),
                row.getString("label"),
                DueStore.actors(row.getArray("heard")),
                Sql.instant(row, "at"));
    }
}
