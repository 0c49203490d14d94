package holdfast.server.media;

import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import holdfast.tape.Barcode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The columns of {@code media_cartridge} about its end. */
@Repository
class DisposalStore {
    private final JdbcClient jdbc;

    DisposalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ask(Disposal asked) {
        jdbc.sql("""
                update media_cartridge set disposal_reason = ?, disposal_asked_by = ?, disposal_asked_at = ?
                where barcode = ?
                """)
                .params(
                        asked.reason(),
                        asked.askedBy().value(),
                        Sql.time(asked.askedAt()),
                        asked.cartridge().value())
                .update();
    }

    void withdraw(Barcode barcode) {
        jdbc.sql("""
                update media_cartridge set disposal_reason = null, disposal_asked_by = null, disposal_asked_at = null
                where barcode = ?
                """).param(barcode.value()).update();
    }

    void dispose(Barcode barcode, String certificate, ActorId by, Instant at) {
        jdbc.sql("""
                update media_cartridge set state = 'DISPOSED', site = null, box = null, because = null,
                    certificate = ?, disposed_by = ?, since = ?
                where barcode = ?
                """)
                .params(certificate, by.value(), Sql.time(at), barcode.value())
                .update();
    }

    Optional<Disposal> find(Barcode barcode) {
        return jdbc.sql("""
                select * from media_cartridge
                where barcode = ? and disposal_asked_by is not null and state <> 'DISPOSED'
                """).param(barcode.value()).query(DisposalStore::read).optional();
    }

    List<Disposal> waiting() {
        return jdbc.sql("""
                select * from media_cartridge where disposal_asked_by is not null and state <> 'DISPOSED'
                order by disposal_asked_at, barcode
                """).query(DisposalStore::read).list();
    }

    private static Disposal read(ResultSet row, int number) throws SQLException {
        return new Disposal(
                new Barcode(row.getString("barcode")),
                row.getString("disposal_reason"),
                new ActorId(row.getString("disposal_asked_by")),
                Sql.instant(row, "disposal_asked_at"));
    }
}
