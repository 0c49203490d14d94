package holdfast.server.media;

import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import holdfast.tape.Barcode;
import holdfast.tape.TapeObject;
import holdfast.tape.TapeSetPlan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of archive runs: what was written, and what lies where. */
@Repository
class RunStore {
    private static final int BATCH = 1000;
    private static final String RUN = """
            select r.*, (select array_agg(c.barcode order by c.number) from media_run_cartridge c where c.run = r.id)
                as barcodes
            from media_run r
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RunStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    boolean nameTaken(SetId set) {
        return jdbc.sql("select exists (select 1 from media_run where set_name = ?)")
                .param(set.value())
                .query(Boolean.class)
                .single();
    }

    /** Notes a run that begins, and that its cartridges may carry all that is planned for them. */
    void begin(RunId id, SnapshotRef snapshot, TapeSetPlan plan, Instant at, ActorId by) {
        long objects = plan.contents().values().stream().mapToLong(List::size).sum();
        jdbc.sql("""
                insert into media_run (id, set_name, vault, snapshot, started_at, objects, bytes, by_actor)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        id.value(),
                        plan.set(),
                        snapshot.vault(),
                        snapshot.snapshot(),
                        Sql.time(at),
                        objects,
                        plan.bytes(),
                        by.value())
                .update();
        int number = 1;
        for (Map.Entry<Barcode, List<TapeObject>> share : plan.contents().entrySet()) {
            jdbc.sql("insert into media_run_cartridge (run, barcode, number) values (?, ?, ?)")
                    .params(id.value(), share.getKey().value(), number++)
                    .update();
            insertContents(id, share.getKey(), share.getValue());
        }
    }

    private void insertContents(RunId id, Barcode barcode, List<TapeObject> share) {
        List<Object[]> rows = new ArrayList<>(share.size());
        for (TapeObject object : share) {
            rows.add(new Object[] {barcode.value(), id.value(), object.name(), !object.everywhere(), object.size()});
        }
        for (int from = 0; from < rows.size(); from += BATCH) {
            batches.batchUpdate(
                    "insert into media_on (barcode, run, object, data, bytes) values (?, ?, ?, ?, ?)",
                    rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
    }

    /** The run has finished: nothing of earlier runs lies on its cartridges any more. */
    void finish(RunId id, Collection<Barcode> cartridges, Instant at) {
        jdbc.sql("update media_run set finished_at = ? where id = ?")
                .params(Sql.time(at), id.value())
                .update();
        jdbc.sql("delete from media_on where barcode = any (?) and run <> ?")
                .params(array(cartridges), id.value())
                .update();
    }

    List<ArchiveRun> all() {
        return jdbc.sql(RUN + " order by r.started_at desc, r.id")
                .query(RunStore::run)
                .list();
    }

    ArchiveRun run(RunId id) {
        return jdbc.sql(RUN + " where r.id = ?")
                .param(id.value())
                .query(RunStore::run)
                .single();
    }

    List<Archived> on(Collection<Barcode> cartridges) {
        return jdbc.sql("select * from media_on where barcode = any (?) order by barcode, run, object")
                .param(array(cartridges))
                .query((row, _) -> new Archived(
                        new RunId(row.getObject("run", UUID.class)),
                        new Barcode(row.getString("barcode")),
                        row.getString("object"),
                        row.getBoolean("data"),
                        row.getLong("bytes")))
                .list();
    }

    List<ArchiveRun> runsOn(Collection<Barcode> cartridges) {
        return jdbc.sql(RUN + """
                 where r.id in (select o.run from media_on o where o.barcode = any (?))
                 order by r.started_at desc, r.id
                """).param(array(cartridges)).query(RunStore::run).list();
    }

    private static String[] array(Collection<Barcode> cartridges) {
        return cartridges.stream().map(Barcode::value).sorted().toArray(String[]::new);
    }

    private static ArchiveRun run(ResultSet row, int number) throws SQLException {
        List<Barcode> barcodes = Arrays.stream(
                        (String[]) row.getArray("barcodes").getArray())
                .map(Barcode::new)
                .toList();
        return new ArchiveRun(
                new RunId(row.getObject("id", UUID.class)),
                new SetId(row.getString("set_name")),
                new SnapshotRef(row.getString("vault"), row.getString("snapshot")),
                barcodes,
                Sql.instant(row, "started_at"),
                Sql.instantOrEmpty(row, "finished_at"),
                row.getLong("objects"),
                row.getLong("bytes"),
                new ActorId(row.getString("by_actor")));
    }
}
