package holdfast.server.media;

import holdfast.server.place.SiteId;
import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import holdfast.tape.Barcode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code media_cartridge}. Knows states, not rules. */
@Repository
class CartridgeStore {
    private final JdbcClient jdbc;

    CartridgeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(NewCartridge neu, Possession proven) {
        Origin.@Nullable Foreign foreign = neu.origin() instanceof Origin.Foreign declared ? declared : null;
        jdbc.sql("""
                insert into media_cartridge (barcode, make, model, serial, classification,
                    foreign_software, foreign_contents, foreign_encryption, foreign_at_most,
                    state, site, since, proven_by, proven_where, proven_at, proven_entry)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'AT_SITE', ?, ?, ?, ?, ?, ?)
                """)
                .param(neu.barcode().value())
                .param(neu.make())
                .param(neu.model())
                .param(neu.serial())
                .param(neu.classification().name())
                .param(foreign == null ? null : foreign.software())
                .param(foreign == null ? null : foreign.contents())
                .param(foreign == null ? null : foreign.encryption())
                .param(foreign == null ? null : foreign.personsAtMost())
                .param(neu.site().value())
                .param(Sql.time(proven.when()))
                .param(proven.who().value())
                .param(proven.where())
                .param(Sql.time(proven.when()))
                .param(proven.entry().value())
                .update();
    }

    Optional<Cartridge> find(Barcode barcode) {
        return jdbc.sql("select * from media_cartridge where barcode = ?")
                .param(barcode.value())
                .query(CartridgeRows::read)
                .optional();
    }

    List<Cartridge> all() {
        return jdbc.sql("select * from media_cartridge order by barcode")
                .query(CartridgeRows::read)
                .list();
    }

    List<Cartridge> at(SiteId site) {
        return jdbc.sql("select * from media_cartridge where site = ? order by barcode")
                .param(site.value())
                .query(CartridgeRows::read)
                .list();
    }

    /** Those in a case; not those that left in it and were missing when it was counted. */
    List<Cartridge> inCase(CaseId box) {
        return jdbc.sql("""
                select c.* from media_cartridge c join media_box b on b.id = c.box
                where b.id = ? and (c.state = 'IN_CASE' or (c.state = 'IN_TRANSIT' and c.because = b.consignment))
                order by c.barcode
                """).param(box.value()).query(CartridgeRows::read).list();
    }

    List<Cartridge> inSet(SetId set) {
        return jdbc.sql("select * from media_cartridge where set_name = ? order by barcode")
                .param(set.value())
                .query(CartridgeRows::read)
                .list();
    }

    /** Reads cartridges and locks them until the transaction ends, always in the same order. */
    List<Cartridge> lock(Collection<Barcode> barcodes) {
        return jdbc.sql("select * from media_cartridge where barcode = any (?) order by barcode for update")
                .param(barcodes.stream().map(Barcode::value).toArray(String[]::new))
                .query(CartridgeRows::read)
                .list();
    }

    void move(Barcode barcode, Whereabouts to, Instant at) {
        Columns now = Columns.of(to);
        jdbc.sql("""
                update media_cartridge set state = ?, site = ?, box = ?, because = ?, since = ?
                where barcode = ?
                """)
                .param(now.state())
                .param(now.site())
                .param(now.box())
                .param(now.because())
                .param(Sql.time(at))
                .param(barcode.value())
                .update();
    }

    private record Columns(
            String state,
            @Nullable String site,
            @Nullable String box,
            @Nullable String because) {
        static Columns of(Whereabouts to) {
            return switch (to) {
                case Whereabouts.AtSite(var site) -> new Columns("AT_SITE", site.value(), null, null);
                case Whereabouts.InCase(var box, var site) -> new Columns("IN_CASE", site.value(), box.value(), null);
                case Whereabouts.InTransit(var box, var consignment) ->
                    new Columns("IN_TRANSIT", null, box.value(), consignment.toString());
                case Whereabouts.Lost lost ->
                    new Columns("LOST", null, null, lost.because().toString());
                case Whereabouts.Found found ->
                    new Columns("FOUND", found.site().value(), null, null);
                case Whereabouts.Disposed _ ->
                    throw new IllegalArgumentException("a disposal names its two persons: see DisposalStore");
            };
        }
    }

    void proven(Barcode barcode, ActorId who, String where, Instant when, EntryId entry) {
        jdbc.sql("""
                update media_cartridge set proven_by = ?, proven_where = ?, proven_at = ?, proven_entry = ?
                where barcode = ? and proven_at <= ?
                """)
                .params(who.value(), where, Sql.time(when), entry.value(), barcode.value(), Sql.time(when))
                .update();
    }

    void hold(Barcode barcode, @Nullable String reason) {
        jdbc.sql("update media_cartridge set legal_hold = ? where barcode = ?")
                .param(reason)
                .param(barcode.value())
                .update();
    }

    void set(Barcode barcode, SetId set) {
        jdbc.sql("update media_cartridge set set_name = ? where barcode = ?")
                .params(set.value(), barcode.value())
                .update();
    }
}
