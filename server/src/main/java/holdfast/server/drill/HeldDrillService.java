package holdfast.server.drill;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.platform.Invalid;
import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the table {@code drill_held}; takes nothing of a file but the figures that are shown. */
@Service
@Transactional
class HeldDrillService implements HeldDrills {
    private final JdbcClient jdbc;
    private final Permits permits;
    private final Recorder recorder;
    private final InstantSource clock;

    HeldDrillService(JdbcClient jdbc, Permits permits, Recorder recorder, InstantSource clock) {
        this.jdbc = jdbc;
        this.permits = permits;
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public HeldDrill record(byte[] drillJson, ActorId by) {
        permits.demand(by, Role.OPERATOR, Role.MANAGER, Role.HEAD);
        String digest = sha256(drillJson);
        Optional<HeldDrill> known = find(digest);
        if (known.isPresent()) {
            return known.get();
        }
        JsonNode json = parse(drillJson);
        Map<String, Object> facts = Map.of(
                "sha256", digest,
                "scenario", at(json, "/scenario").asString(),
                "cartridges", whole(json, "/cartridges/lost"),
                "persons", whole(json, "/people/onLostMedia"),
                "recounted", whole(json, "/people/bruteForce"),
                "minutesToHead", whole(json, "/minutes/dueToHead"),
                "identical", truth(json, "/restore/identical"),
                "verified", truth(json, "/ledger/verified"));
        EntryId entry = recorder.record(by, "drill.recorded", facts, new Ref("drill", digest.substring(0, 16)));
        HeldDrill held = new HeldDrill(
                digest,
                clock.instant(),
                by,
                at(json, "/scenario").asString(),
                (int) whole(json, "/cartridges/lost"),
                whole(json, "/people/onLostMedia"),
                whole(json, "/people/bruteForce"),
                whole(json, "/minutes/dueToHead"),
                truth(json, "/restore/identical"),
                truth(json, "/ledger/verified"),
                at(json, "/wallSeconds").asDouble(0),
                entry);
        insert(held);
        return held;
    }

    @Override
    @Transactional(readOnly = true)
    public List<HeldDrill> all() {
        return jdbc.sql("select * from drill_held order by recorded_at desc, sha256")
                .query(HeldDrillService::read)
                .list();
    }

    private Optional<HeldDrill> find(String digest) {
        return jdbc.sql("select * from drill_held where sha256 = ?")
                .param(digest)
                .query(HeldDrillService::read)
                .optional();
    }

    private void insert(HeldDrill held) {
        jdbc.sql("""
                insert into drill_held (sha256, recorded_at, recorded_by, scenario, cartridges, persons, recounted,
                    to_head, identical, verified, seconds, entry)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        held.sha256(),
                        Sql.time(held.recordedAt()),
                        held.recordedBy().value(),
                        held.scenario(),
                        held.cartridges(),
                        held.persons(),
                        held.recounted(),
                        held.toHead(),
                        held.identical(),
                        held.verified(),
                        held.seconds(),
                        held.entry().value())
                .update();
    }

    private static HeldDrill read(ResultSet row, int number) throws SQLException {
        return new HeldDrill(
                row.getString("sha256"),
                Sql.instant(row, "recorded_at"),
                new ActorId(row.getString("recorded_by")),
                row.getString("scenario"),
                row.getInt("cartridges"),
                row.getLong("persons"),
                row.getLong("recounted"),
                row.getLong("to_head"),
                row.getBoolean("identical"),
                row.getBoolean("verified"),
                row.getDouble("seconds"),
                new EntryId(row.getObject("entry", UUID.class)));
    }

    private static JsonNode parse(byte[] text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException malformed) {
            throw new Invalid("refused.drill-no-json");
        }
    }

    private static JsonNode at(JsonNode json, String path) {
        JsonNode found = json.at(path);
        if (found.isMissingNode()) {
            throw new Invalid("refused.drill-lacks", path.substring(1));
        }
        return found;
    }

    private static long whole(JsonNode json, String path) {
        JsonNode found = at(json, path);
        if (!found.isIntegralNumber()) {
            throw new Invalid("refused.drill-number", path.substring(1));
        }
        return found.asLong();
    }

    private static boolean truth(JsonNode json, String path) {
        JsonNode found = at(json, path);
        if (!found.isBoolean()) {
            throw new Invalid("refused.drill-truth", path.substring(1));
        }
        return found.asBoolean();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
