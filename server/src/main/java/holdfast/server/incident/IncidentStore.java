package holdfast.server.incident;

import holdfast.server.incident.Incident.CartridgeFate;
import holdfast.server.incident.Incident.Stage;
import holdfast.server.platform.Phrase;
import holdfast.server.platform.Sql;
import holdfast.server.platform.Unknown;
import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import holdfast.server.record.Ref;
import holdfast.tape.Barcode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files themselves: number, stage, cartridges, marks. Every method joins the caller's transaction. */
@Repository
class IncidentStore {
    private final JdbcClient jdbc;

    IncidentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of a year. The lock lasts until the transaction ends, so that no number is given twice. */
    IncidentId next(int year) {
        jdbc.sql("select pg_advisory_xact_lock(1201)").query().listOfRows();
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from incident_file where year = ?")
                .param(year)
                .query(Integer.class)
                .single();
        return new IncidentId(year + "-" + number);
    }

    void insert(IncidentId id, String title, Instant at, ActorId by, Phrase how, Ref about) {
        String[] parts = id.value().split("-", 2);
        jdbc.sql("""
                        insert into incident_file (id, year, number, title, opened_at, opened_by, how, about, stage)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'SUSPECTED')
                        """)
                .params(
                        id.value(),
                        Integer.parseInt(parts[0]),
                        Integer.parseInt(parts[1]),
                        title,
                        Sql.time(at),
                        by.value(),
                        how.stored(),
                        about.toString())
                .update();
    }

    /** Adds cartridges, or changes what became of them. */
    void fate(IncidentId id, Set<Barcode> cartridges, CartridgeFate fate) {
        for (Barcode one : cartridges) {
            jdbc.sql("""
                            insert into incident_cartridge (incident, barcode, fate) values (?, ?, ?)
                            on conflict (incident, barcode) do update set fate = excluded.fate
                            """).params(id.value(), one.value(), fate.name()).update();
        }
    }

    void stage(IncidentId id, Stage stage) {
        jdbc.sql("update incident_file set stage = ? where id = ?")
                .params(stage.name(), id.value())
                .update();
    }

    void title(IncidentId id, String title) {
        jdbc.sql("update incident_file set title = ? where id = ?")
                .params(title, id.value())
                .update();
    }

    void mark(IncidentId id, Moment moment) {
        jdbc.sql("""
                        insert into incident_mark (incident, mark, at, basis, setter, set_at, entry)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id.value(),
                        moment.mark().name(),
                        Sql.time(moment.at()),
                        moment.basis().stored(),
                        moment.setter().value(),
                        Sql.time(moment.setAt()),
                        moment.entry().value())
                .update();
    }

    Incident incident(IncidentId id) {
        return jdbc.sql("select * from incident_file where id = ?")
                .param(id.value())
                .query(this::read)
                .optional()
                .orElseThrow(() -> new Unknown("refused.incident-unknown", id));
    }

    List<Incident> all() {
        return jdbc.sql("select * from incident_file order by year desc, number desc")
                .query(this::read)
                .list();
    }

    Optional<Incident> openAbout(Ref about) {
        return jdbc.sql("select * from incident_file where about = ? and stage <> 'RESOLVED'")
                .param(about.toString())
                .query(this::read)
                .optional();
    }

    /** Open files in which this cartridge is. */
    List<Incident> openWith(Barcode cartridge) {
        return jdbc.sql("""
                        select f.* from incident_file f join incident_cartridge c on c.incident = f.id
                        where c.barcode = ? and f.stage <> 'RESOLVED'
                        """).param(cartridge.value()).query(this::read).list();
    }

    private Incident read(ResultSet row, int n) throws SQLException {
        IncidentId id = new IncidentId(row.getString("id"));
        List<Moment> history = history(id);
        Map<Mark, Moment> marks = new EnumMap<>(Mark.class);
        history.forEach(moment -> marks.put(moment.mark(), moment));
        return new Incident(
                id,
                row.getString("title"),
                Sql.instant(row, "opened_at"),
                new ActorId(row.getString("opened_by")),
                Phrase.parse(row.getString("how")),
                Ref.parse(row.getString("about")),
                Stage.valueOf(row.getString("stage")),
                cartridges(id),
                marks,
                history);
    }

    private Map<Barcode, CartridgeFate> cartridges(IncidentId id) {
        Map<Barcode, CartridgeFate> cartridges = new LinkedHashMap<>();
        jdbc.sql("select barcode, fate from incident_cartridge where incident = ? order by barcode")
                .param(id.value())
                .query(row -> {
                    cartridges.put(new Barcode(row.getString("barcode")), CartridgeFate.valueOf(row.getString("fate")));
                });
        return cartridges;
    }

    private List<Moment> history(IncidentId id) {
        return jdbc.sql("select * from incident_mark where incident = ? order by id")
                .param(id.value())
                .query((row, n) -> new Moment(
                        Mark.valueOf(row.getString("mark")),
                        Sql.instant(row, "at"),
                        Phrase.parse(row.getString("basis")),
                        new ActorId(row.getString("setter")),
                        Sql.instant(row, "set_at"),
                        new EntryId(row.getObject("entry", java.util.UUID.class))))
                .list();
    }
}
