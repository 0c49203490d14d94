package holdfast.server.media;

import holdfast.server.place.SiteId;
import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import holdfast.server.watch.DueId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code media_stocktake} and {@code media_finding}. */
@Repository
class StocktakeStore {
    private final JdbcClient jdbc;

    StocktakeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(StocktakeId id, SiteId site, ActorId counter, Instant at) {
        jdbc.sql("insert into media_stocktake (id, site, counter, begun_at) values (?, ?, ?, ?)")
                .params(id.value(), site.value(), counter.value(), Sql.time(at))
                .update();
    }

    /** Locks a stocktake until the transaction ends. */
    Optional<Stocktake> lock(StocktakeId id) {
        return jdbc.sql("select * from media_stocktake where id = ? for update")
                .param(id.value())
                .query(this::stocktake)
                .optional();
    }

    Optional<Stocktake> find(StocktakeId id) {
        return jdbc.sql("select * from media_stocktake where id = ?")
                .param(id.value())
                .query(this::stocktake)
                .optional();
    }

    List<Stocktake> at(SiteId site) {
        return jdbc.sql("select * from media_stocktake where site = ? order by begun_at desc, id")
                .param(site.value())
                .query(this::stocktake)
                .list();
    }

    /** A count of the site that this person began and has not given yet. */
    Optional<StocktakeId> begun(SiteId site, ActorId counter) {
        return jdbc.sql("""
                select id from media_stocktake where site = ? and counter = ? and counted_at is null
                order by begun_at desc limit 1
                """)
                .params(site.value(), counter.value())
                .query((row, number) -> new StocktakeId(row.getObject("id", UUID.class)))
                .optional();
    }

    void counted(StocktakeId id, Instant at, int proven) {
        jdbc.sql("update media_stocktake set counted_at = ?, counted = ? where id = ?")
                .params(Sql.time(at), proven, id.value())
                .update();
    }

    void insert(Finding finding, DueId watch) {
        jdbc.sql("insert into media_finding (id, stocktake, kind, subject, what, watch) values (?, ?, ?, ?, ?, ?)")
                .params(
                        finding.id(),
                        finding.stocktake().value(),
                        finding.kind().name(),
                        finding.subject(),
                        finding.what(),
                        watch.value())
                .update();
    }

    List<Finding> open() {
        return jdbc.sql("select * from media_finding where settled_by is null order by stocktake, kind, subject")
                .query(StocktakeStore::finding)
                .list();
    }

    /** An open finding with what rings for it, locked until the transaction ends. */
    Optional<Open> lockFinding(UUID id) {
        return jdbc.sql("select * from media_finding where id = ? and settled_by is null for update")
                .param(id)
                .query((row, number) -> new Open(finding(row, number), new DueId(row.getObject("watch", UUID.class))))
                .optional();
    }

    record Open(Finding finding, DueId watch) {}

    void settle(UUID id, String explanation, ActorId by) {
        jdbc.sql("update media_finding set settled_by = ?, settlement = ? where id = ?")
                .params(by.value(), explanation, id)
                .update();
    }

    private Stocktake stocktake(ResultSet row, int number) throws SQLException {
        StocktakeId id = new StocktakeId(row.getObject("id", UUID.class));
        List<Finding> findings = jdbc.sql("select * from media_finding where stocktake = ? order by kind, subject")
                .param(id.value())
                .query(StocktakeStore::finding)
                .list();
        return new Stocktake(
                id,
                new SiteId(row.getString("site")),
                new ActorId(row.getString("counter")),
                Sql.instant(row, "begun_at"),
                Sql.instantOrEmpty(row, "counted_at"),
                row.getInt("counted"),
                findings);
    }

    private static Finding finding(ResultSet row, int number) throws SQLException {
        return new Finding(
                row.getObject("id", UUID.class),
                new StocktakeId(row.getObject("stocktake", UUID.class)),
                Finding.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("what"),
                Optional.ofNullable(row.getString("settlement")));
    }
}
