package holdfast.server.vaulting;

import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests to read contents: asked by one key holder, granted once by another. */
@Component
class ReadRequests {
    private final JdbcClient jdbc;
    private final Recorder recorder;
    private final InstantSource clock;

    ReadRequests(JdbcClient jdbc, Recorder recorder, InstantSource clock) {
        this.jdbc = jdbc;
        this.recorder = recorder;
        this.clock = clock;
    }

    @Transactional
    public ReadRequestId ask(String reason, ActorId by) {
        if (reason.isBlank()) {
            throw new VaultRefused("refused.reading-reason");
        }
        ReadRequestId id = new ReadRequestId(
                recorder.record(by, "vault.reading-asked", Map.of("reason", reason), VaultKeeper.VAULT)
                        .value());
        jdbc.sql("insert into vaulting_read_request (id, reason, asker, asked_at) values (?, ?, ?, ?)")
                .params(id.value(), reason, by.value(), Sql.time(clock.instant()))
                .update();
        return id;
    }

    /** Fails unless {@code other} may grant the request: before any key is opened. */
    @Transactional(readOnly = true)
    public void demandGrantable(ReadRequestId id, ActorId other) {
        Optional<String> asker = jdbc.sql("select asker from vaulting_read_request where id = ? and granted_by is null")
                .param(id.value())
                .query(String.class)
                .optional();
        if (asker.isEmpty()) {
            throw new VaultRefused("refused.reading-unknown", id);
        }
        if (asker.get().equals(other.value())) {
            throw new VaultRefused("refused.reading-second");
        }
    }

    @Transactional
    public void granted(ReadRequestId id, ActorId other) {
        int rows = jdbc.sql("update vaulting_read_request set granted_by = ?, granted_at = ?"
                        + " where id = ? and granted_by is null and asker <> ?")
                .params(other.value(), Sql.time(clock.instant()), id.value(), other.value())
                .update();
        if (rows != 1) {
            throw new VaultRefused("refused.reading-granted", id);
        }
        recorder.record(
                other, "vault.reading-granted", Map.of("request", id.value()), VaultKeeper.VAULT, ref(id.value()));
    }

    static Ref ref(UUID request) {
        return new Ref("vault-reading", request.toString());
    }
}
