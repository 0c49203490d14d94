package holdfast.server.media;

import holdfast.server.place.SiteId;
import holdfast.server.platform.Sql;
import holdfast.server.record.Ref;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code media_box} and {@code media_seal}. Knows states, not rules. */
@Repository
class BoxStore {
    private final JdbcClient jdbc;

    BoxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Box box) {
        jdbc.sql("insert into media_box (id, description, lock, slots, site) values (?, ?, ?, ?, ?)")
                .param(box.id().value())
                .param(box.description())
                .param(box.lock())
                .param(box.slots())
                .param(box.site().map(SiteId::value).orElse(null))
                .update();
    }

    Optional<Box> find(CaseId id) {
        return jdbc.sql("select * from media_box where id = ?")
                .param(id.value())
                .query(BoxStore::read)
                .optional();
    }

    /** Reads a case and locks it until the transaction ends. */
    Optional<Box> lock(CaseId id) {
        return jdbc.sql("select * from media_box where id = ? for update")
                .param(id.value())
                .query(BoxStore::read)
                .optional();
    }

    List<Box> all() {
        return jdbc.sql("select * from media_box order by id")
                .query(BoxStore::read)
                .list();
    }

    List<Box> at(SiteId site) {
        return jdbc.sql("select * from media_box where site = ? order by id")
                .param(site.value())
                .query(BoxStore::read)
                .list();
    }

    /** Writes where the case is and what closes it. */
    void update(Box box) {
        jdbc.sql("update media_box set site = ?, consignment = ?, seal = ?, lost = ? where id = ?")
                .param(box.site().map(SiteId::value).orElse(null))
                .param(box.consignment().map(Ref::toString).orElse(null))
                .param(box.seal().map(SealNumber::value).orElse(null))
                .param(box.lost())
                .param(box.id().value())
                .update();
    }

    /** Notes that a seal is used; false if it was used before. */
    boolean useSeal(SealNumber seal, CaseId box, Instant at) {
        return jdbc.sql("insert into media_seal (seal, box, at) values (?, ?, ?) on conflict do nothing")
                        .params(seal.value(), box.value(), Sql.time(at))
                        .update()
                == 1;
    }

    private static Box read(ResultSet row, int number) throws SQLException {
        return new Box(
                new CaseId(row.getString("id")),
                row.getString("description"),
                row.getString("lock"),
                row.getInt("slots"),
                Optional.ofNullable(row.getString("site")).map(SiteId::new),
                Optional.ofNullable(row.getString("consignment")).map(Ref::parse),
                Optional.ofNullable(row.getString("seal")).map(SealNumber::new),
                row.getBoolean("lost"));
    }
}
