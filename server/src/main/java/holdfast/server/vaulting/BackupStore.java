package holdfast.server.vaulting;

import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import holdfast.vault.model.SnapshotId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code vaulting_backup}. */
@Repository
class BackupStore {
    private final JdbcClient jdbc;

    BackupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(BackupRun run) {
        jdbc.sql("""
                        insert into vaulting_backup (snapshot, name, at, actor, files, bytes, stored_bytes, persons,
                            unknown_at_most, warnings)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        run.snapshot().toString(),
                        run.name(),
                        Sql.time(run.at()),
                        run.by().value(),
                        run.files(),
                        run.bytes(),
                        run.storedBytes(),
                        run.persons(),
                        run.unknownAtMost(),
                        run.warnings().toArray(String[]::new))
                .update();
    }

    List<BackupRun> all() {
        return jdbc.sql("select * from vaulting_backup order by at desc, seq desc")
                .query(BackupStore::row)
                .list();
    }

    private static BackupRun row(ResultSet row, int number) throws SQLException {
        return new BackupRun(
                SnapshotId.parse(row.getString("snapshot")),
                row.getString("name"),
                Sql.instant(row, "at"),
                new ActorId(row.getString("actor")),
                row.getLong("files"),
                row.getLong("bytes"),
                row.getLong("stored_bytes"),
                row.getLong("persons"),
                row.getLong("unknown_at_most"),
                List.of((String[]) row.getArray("warnings").getArray()));
    }
}
