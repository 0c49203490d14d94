package holdfast.server.keys;

import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import holdfast.tape.Barcode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What one key holder asked and another must grant: the table {@code keys_request}. */
@Repository
class KeyRequests {
    private final JdbcClient jdbc;

    KeyRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(KeyRequest request) {
        String[] barcodes =
                request.cartridges().stream().map(Barcode::value).sorted().toArray(String[]::new);
        jdbc.sql("insert into keys_request (id, kind, barcodes, reason, asker, asked_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        request.id().value(),
                        request.kind().name(),
                        barcodes,
                        request.reason(),
                        request.asker().value(),
                        Sql.time(request.askedAt()))
                .update();
    }

    List<KeyRequest> open() {
        return jdbc.sql("select * from keys_request where granter is null order by asked_at, id")
                .query((row, _) -> request(row))
                .list();
    }

    /** Locks an open request of this kind until the transaction ends. */
    Optional<KeyRequest> lock(RequestId id, KeyRequest.Kind kind) {
        return jdbc.sql("select * from keys_request where id = ? and kind = ? and granter is null for update")
                .params(id.value(), kind.name())
                .query((row, _) -> request(row))
                .optional();
    }

    void granted(RequestId id, ActorId by, Instant at) {
        jdbc.sql("update keys_request set granter = ?, granted_at = ? where id = ?")
                .params(by.value(), Sql.time(at), id.value())
                .update();
    }

    private static KeyRequest request(ResultSet row) throws SQLException {
        Set<Barcode> barcodes = Arrays.stream(
                        (String[]) row.getArray("barcodes").getArray())
                .map(Barcode::new)
                .collect(Collectors.toSet());
        return new KeyRequest(
                new RequestId(row.getObject("id", UUID.class)),
                KeyRequest.Kind.valueOf(row.getString("kind")),
                barcodes,
                row.getString("reason"),
                new ActorId(row.getString("asker")),
                Sql.instant(row, "asked_at"));
    }
}
