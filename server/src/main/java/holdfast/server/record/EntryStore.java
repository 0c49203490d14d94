package holdfast.server.record;

import holdfast.server.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code record_entry} and {@code record_about}. Every method joins the transaction under way. */
@Repository
class EntryStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    EntryStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A row as it lies in the table. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Row(EntryId id, OptionalLong index, byte[] bytes) {
        Entry entry(long witnessed) {
            Proof proof = index.isEmpty()
                    ? Proof.PENDING
                    : index.getAsLong() < witnessed ? Proof.WITNESSED : Proof.INTEGRATED;
            return EntryBytes.decode(bytes, index, proof);
        }
    }

    void insert(EntryId id, Instant at, byte[] bytes, Collection<Ref> about) {
        jdbc.sql("insert into record_entry (id, at, bytes) values (?, ?, ?)")
                .params(id.value(), Sql.time(at), bytes)
                .update();
        for (Ref ref : about) {
            jdbc.sql("insert into record_about (ref, entry) values (?, ?)")
                    .params(ref.toString(), id.value())
                    .update();
        }
    }

    List<Row> pending(int limit) {
        return jdbc.sql("select id, idx, bytes from record_entry where idx is null order by seq limit ?")
                .param(limit)
                .query(EntryStore::row)
                .list();
    }

    /** Gives entries their indexes, from {@code first} on; tells which of them are not in the table. */
    boolean[] setIndexes(List<EntryId> ids, long first) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            rows.add(new Object[] {first + i, ids.get(i).value()});
        }
        int[] counts = batches.batchUpdate("update record_entry set idx = ? where id = ?", rows);
        boolean[] missing = new boolean[counts.length];
        for (int i = 0; i < counts.length; i++) {
            missing[i] = counts[i] == 0;
        }
        return missing;
    }

    /** One more than the largest index given. */
    long integrated() {
        return jdbc.sql("select coalesce(max(idx) + 1, 0) from record_entry")
                .query(Long.class)
                .single();
    }

    long pendingCount() {
        return jdbc.sql("select count(*) from record_entry where idx is null")
                .query(Long.class)
                .single();
    }

    /** When the oldest entry was recorded that is pending or has an index of at least {@code from}. */
    Optional<Instant> oldestNotBelow(long from) {
        return jdbc.sql("""
                        select least(
                            (select min(at) from record_entry where idx is null),
                            (select min(at) from record_entry where idx >= ?)) as oldest
                        """)
                .param(from)
                .query((row, _) -> Sql.instantOrEmpty(row, "oldest"))
                .single();
    }

    Optional<Row> find(EntryId id) {
        return jdbc.sql("select id, idx, bytes from record_entry where id = ?")
                .param(id.value())
                .query(EntryStore::row)
                .optional();
    }

    List<Row> about(Ref ref) {
        return jdbc.sql("""
                        select e.id, e.idx, e.bytes from record_about a join record_entry e on e.id = a.entry
                        where a.ref = ? order by e.idx nulls last, e.seq
                        """).param(ref.toString()).query(EntryStore::row).list();
    }

    List<Row> before(long index, int n) {
        return jdbc.sql("select id, idx, bytes from record_entry where idx < ? order by idx desc limit ?")
                .params(index, n)
                .query(EntryStore::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        long value = row.getLong("idx");
        OptionalLong index = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
        return new Row(new EntryId(row.getObject("id", UUID.class)), index, row.getBytes("bytes"));
    }
}
