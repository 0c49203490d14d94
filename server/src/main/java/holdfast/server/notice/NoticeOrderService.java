package holdfast.server.notice;

import holdfast.crypto.Secret;
import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.incident.Incident;
import holdfast.server.incident.IncidentId;
import holdfast.server.incident.Incidents;
import holdfast.server.platform.NotNow;
import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.vaulting.ReadRequestId;
import holdfast.server.vaulting.VaultReader;
import holdfast.server.vaulting.Vaults;
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

@Service
@Transactional
class NoticeOrderService implements NoticeOrders {
    private final JdbcClient jdbc;
    private final Incidents incidents;
    private final Notices notices;
    private final FactsReader facts;
    private final Vaults vaults;
    private final Permits permits;
    private final Recorder recorder;
    private final InstantSource clock;

    NoticeOrderService(
            JdbcClient jdbc,
            Incidents incidents,
            Notices notices,
            FactsReader facts,
            Vaults vaults,
            Permits permits,
            Recorder recorder,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.notices = notices;
        this.facts = facts;
        this.vaults = vaults;
        this.permits = permits;
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public void order(IncidentId id, ActorId by) {
        permits.demand(by, Role.DPO);
        Incident incident = incidents.incident(id);
        if (incident.stage() == Incident.Stage.SUSPECTED) {
            throw new NotNow("refused.notices-suspected");
        }
        // What would be missing when two key holders stand by is said now.
        facts.read(incident);
        int made = jdbc.sql("""
                        insert into notice_order (incident, ordered_by, ordered_at) values (?, ?, ?)
                        on conflict (incident) do nothing
                        """)
                .params(id.value(), by.value(), Sql.time(clock.instant()))
                .update();
        if (made == 0) {
            throw new NotNow("refused.notices-ordered", id);
        }
        recorder.record(by, "notice.ordered", Map.of(), id.ref());
    }

    @Override
    public void ask(IncidentId id, ActorId by) {
        permits.demand(by, Role.KEY_HOLDER);
        demand(id);
        ReadRequestId request = vaults.askReading("names and addresses for the notices of incident " + id, by);
        jdbc.sql("update notice_order set request = ?, asked_by = ? where incident = ?")
                .params(request.value(), by.value(), id.value())
                .update();
    }

    @Override
    public BatchPlan grant(IncidentId id, Secret passphrase, ActorId other) {
        permits.demand(other, Role.KEY_HOLDER);
        Order order = demand(id);
        ReadRequestId request = jdbc.sql(
                        "select request from notice_order where incident = ? and request is not null for update")
                .param(id.value())
                .query((row, n) -> new ReadRequestId(row.getObject(1, UUID.class)))
                .optional()
                .orElseThrow(() -> new NotNow("refused.reading-not-asked", id));
        try (VaultReader key = vaults.grantReading(request, passphrase, other)) {
            BatchPlan plan = notices.plan(id, key, order.orderedBy());
            jdbc.sql("delete from notice_order where incident = ?")
                    .param(id.value())
                    .update();
            return plan;
        }
    }

    private Order demand(IncidentId id) {
        return waiting(id).orElseThrow(() -> new NotNow("refused.notices-not-ordered", id));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Order> waiting(IncidentId incident) {
        return jdbc.sql("select * from notice_order where incident = ?")
                .param(incident.value())
                .query(NoticeOrderService::read)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Order> waiting() {
        return jdbc.sql("select * from notice_order order by ordered_at")
                .query(NoticeOrderService::read)
                .list();
    }

    private static Order read(ResultSet row, int n) throws SQLException {
        return new Order(
                new IncidentId(row.getString("incident")),
                new ActorId(row.getString("ordered_by")),
                Sql.instant(row, "ordered_at"),
                Optional.ofNullable(row.getString("asked_by")).map(ActorId::new));
    }
}
