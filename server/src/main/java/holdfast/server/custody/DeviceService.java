package holdfast.server.custody;

import holdfast.crypto.VerifyingKey;
import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.custody.RefusedException.Reason;
import holdfast.server.platform.Invalid;
import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the device keys and checks signatures against them. */
@Service
@Transactional
class DeviceService implements Devices {

    private final JdbcClient jdbc;
    private final Recorder recorder;
    private final Permits permits;
    private final InstantSource clock;

    DeviceService(JdbcClient jdbc, Recorder recorder, Permits permits, InstantSource clock) {
        this.jdbc = jdbc;
        this.recorder = recorder;
        this.permits = permits;
        this.clock = clock;
    }

    @Override
    public Device enrol(VerifyingKey key, String name, ActorId by) {
        permits.demand(by, Role.values());
        UUID id = UUID.randomUUID();
        int added = jdbc.sql("""
                insert into custody_device (id, person, name, public_key, enrolled_at) values (?, ?, ?, ?, ?)
                on conflict (public_key) do nothing""")
                .params(id, by.value(), name, key.bytes(), Sql.time(clock.instant()))
                .update();
        if (added == 0) {
            throw new Invalid("refused.device-key-twice");
        }
        recorder.record(
                by,
                "device.enrolled",
                Map.of("device", id, "name", name, "key", key.toString()),
                new Ref("person", by.value()));
        return find(id).orElseThrow();
    }

    @Override
    public void revoke(UUID device, ActorId by) {
        Device known = find(device).orElseThrow(() -> new RefusedException(Reason.UNKNOWN, "refused.device-unknown"));
        if (!known.person().equals(by)) {
            permits.demand(by, Role.ADMINISTRATOR);
        }
        int revoked = jdbc.sql("update custody_device set revoked_at = ? where id = ? and revoked_at is null")
                .params(Sql.time(clock.instant()), device)
                .update();
        if (revoked == 1) {
            recorder.record(
                    by,
                    "device.revoked",
                    Map.of("device", device),
                    new Ref("person", known.person().value()));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Device> of(ActorId person) {
        return jdbc.sql("select * from custody_device where person = ? order by enrolled_at, id")
                .param(person.value())
                .query(DeviceService::row)
                .list();
    }

    /** Refuses unless {@code signature} is by a key of {@code person}'s, in use, over exactly this text. */
    void demand(ActorId person, String statement, DeviceSignature signature) {
        Device device = find(signature.key())
                .filter(known -> known.person().equals(person))
                .orElseThrow(() -> new RefusedException(Reason.BAD_SIGNATURE, "refused.signature-foreign"));
        if (device.revokedAt().isPresent()) {
            throw new RefusedException(Reason.BAD_SIGNATURE, "refused.device-revoked", device.name());
        }
        if (!device.key().verifies(statement.getBytes(StandardCharsets.UTF_8), signature.bytes())) {
            throw new RefusedException(Reason.BAD_SIGNATURE, "refused.signature-other");
        }
    }

    private Optional<Device> find(UUID id) {
        return jdbc.sql("select * from custody_device where id = ?")
                .param(id)
                .query(DeviceService::row)
                .optional();
    }

    private static Device row(ResultSet row, int index) throws SQLException {
        return new Device(
                row.getObject("id", UUID.class),
                new ActorId(row.getString("person")),
                row.getString("name"),
                VerifyingKey.of(row.getBytes("public_key")),
                Sql.instant(row, "enrolled_at"),
                Sql.instantOrEmpty(row, "revoked_at"));
    }
}
