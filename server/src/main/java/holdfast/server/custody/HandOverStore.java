package holdfast.server.custody;

import holdfast.server.media.CaseId;
import holdfast.server.media.SealNumber;
import holdfast.server.place.SiteId;
import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The signatures at hand-overs: rows that are added and never changed. */
@Component
class HandOverStore {

    private final JdbcClient jdbc;

    HandOverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(HandOver one) {
        jdbc.sql("""
                insert into custody_handover (id, consignment, leg, kind, by_person, at, client_at, place, shown,
                    statement, digest, signature_key, signature, entry)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(one.id().value())
                .param(one.consignment().value())
                .param(one.leg())
                .param(one.kind().name())
                .param(one.by().value())
                .param(Sql.time(one.at()))
                .param(Sql.time(one.clientAt()))
                .param(one.place().value())
                .param(one.shown())
                .param(one.statement())
                .param(one.digest().hex())
                .param(one.signature().map(DeviceSignature::key).orElse(null))
                .param(one.signature().map(DeviceSignature::bytes).orElse(null))
                .param(one.entry().value())
                .update();
        one.sealsRead()
                .forEach((box, seal) -> jdbc.sql(
                                "insert into custody_seal_read (handover, case_id, seal) values (?, ?, ?)")
                        .params(one.id().value(), box.value(), seal.value())
                        .update());
    }

    Optional<HandOver> find(HandOverId id) {
        return jdbc.sql("select * from custody_handover where id = ?")
                .param(id.value())
                .query(this::row)
                .optional();
    }

    List<HandOver> of(ConsignmentId consignment) {
        return jdbc.sql("select * from custody_handover where consignment = ? order by seq")
                .param(consignment.value())
                .query(this::row)
                .list();
    }

    private HandOver row(ResultSet row, int index) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID key = row.getObject("signature_key", UUID.class);
        return new HandOver(
                new HandOverId(id),
                HandOver.Kind.valueOf(row.getString("kind")),
                new ConsignmentId(row.getString("consignment")),
                row.getInt("leg"),
                new ActorId(row.getString("by_person")),
                Sql.instant(row, "at"),
                Sql.instantOrEmpty(row, "client_at"),
                new SiteId(row.getString("place")),
                seals(id),
                row.getString("shown"),
                row.getString("statement"),
                new Digest(row.getString("digest")),
                key == null ? Optional.empty() : Optional.of(DeviceSignature.of(key, row.getBytes("signature"))),
                new EntryId(row.getObject("entry", UUID.class)));
    }

    private Map<CaseId, SealNumber> seals(UUID handOver) {
        Map<CaseId, SealNumber> seals = new HashMap<>();
        jdbc.sql("select case_id, seal from custody_seal_read where handover = ?")
                .param(handOver)
                .query(row -> {
                    seals.put(new CaseId(row.getString("case_id")), new SealNumber(row.getString("seal")));
                });
        return seals;
    }
}
