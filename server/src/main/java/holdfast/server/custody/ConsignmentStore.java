package holdfast.server.custody;

import holdfast.server.custody.Consignment.TravelState;
import holdfast.server.custody.Consignment.Travelling;
import holdfast.server.custody.RefusedException.Reason;
import holdfast.server.media.CaseId;
import holdfast.server.media.SealNumber;
import holdfast.server.place.SiteId;
import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import holdfast.server.watch.DueId;
import holdfast.tape.Barcode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of consignments, legs, their cases and cartridges. */
@Component
class ConsignmentStore {

    private final JdbcClient jdbc;
    private final HandOverStore handOvers;

    ConsignmentStore(JdbcClient jdbc, HandOverStore handOvers) {
        this.jdbc = jdbc;
        this.handOvers = handOvers;
    }

    ConsignmentId add(NewConsignment consignment, ActorId by, Instant at) {
        long number = jdbc.sql("select nextval('custody_consignment_number')")
                .query(Long.class)
                .single();
        ConsignmentId id = ConsignmentId.of(number);
        jdbc.sql("insert into custody_consignment (id, planned_by, planned_at) values (?, ?, ?)")
                .params(id.value(), by.value(), Sql.time(at))
                .update();
        for (CaseId box : consignment.cases()) {
            jdbc.sql("insert into custody_case (consignment, case_id, engaged) values (?, ?, true)")
                    .params(id.value(), box.value())
                    .update();
        }
        int leg = 0;
        for (LegPlan plan : consignment.legs()) {
            jdbc.sql("""
                    insert into custody_leg (consignment, number, site_from, site_to, carrier, due, state)
                    values (?, ?, ?, ?, ?, ?, 'PLANNED')""")
                    .params(
                            id.value(),
                            ++leg,
                            plan.from().value(),
                            plan.to().value(),
                            plan.carrier().value(),
                            Sql.time(plan.due()))
                    .update();
        }
        return id;
    }

    /** Reads a consignment and keeps everybody else from changing it until the transaction ends. */
    Consignment lock(ConsignmentId id) {
        int locked = jdbc.sql("select id from custody_consignment where id = ? for update")
                .param(id.value())
                .query(String.class)
                .list()
                .size();
        if (locked == 0) {
            throw unknown(id);
        }
        return consignment(id);
    }

    Consignment consignment(ConsignmentId id) {
        return jdbc.sql("select * from custody_consignment where id = ?")
                .param(id.value())
                .query(this::row)
                .optional()
                .orElseThrow(() -> unknown(id));
    }

    List<Consignment> all() {
        return jdbc.sql("select * from custody_consignment order by id desc")
                .query(this::row)
                .list();
    }

    List<Consignment> underway() {
        return jdbc.sql("""
                select c.* from custody_consignment c join custody_leg l on l.consignment = c.id
                where l.state in ('RELEASED', 'ON_THE_WAY', 'PARTIAL') order by l.due, c.id""").query(this::row).list();
    }

    List<Consignment> of(Barcode cartridge) {
        return jdbc.sql("""
                select c.* from custody_consignment c join custody_cartridge t on t.consignment = c.id
                where t.barcode = ? order by c.id desc""").param(cartridge.value()).query(this::row).list();
    }

    Optional<ConsignmentId> engaging(CaseId box) {
        return jdbc.sql("select consignment from custody_case where case_id = ? and engaged")
                .param(box.value())
                .query(String.class)
                .optional()
                .map(ConsignmentId::new);
    }

    /** The cases that are still this consignment's. */
    Set<CaseId> engaged(ConsignmentId id) {
        return jdbc
                .sql("select case_id from custody_case where consignment = ? and engaged")
                .param(id.value())
                .query(String.class)
                .list()
                .stream()
                .map(CaseId::new)
                .collect(Collectors.toSet());
    }

    void disengage(ConsignmentId id) {
        jdbc.sql("update custody_case set engaged = false where consignment = ?")
                .param(id.value())
                .update();
    }

    void disengage(ConsignmentId id, CaseId box) {
        jdbc.sql("update custody_case set engaged = false where consignment = ? and case_id = ?")
                .params(id.value(), box.value())
                .update();
    }

    void sealed(ConsignmentId id, CaseId box, SealNumber seal) {
        jdbc.sql("update custody_case set seal = ? where consignment = ? and case_id = ?")
                .params(seal.value(), id.value(), box.value())
                .update();
    }

    /** The seals with which the cases left. */
    Map<CaseId, SealNumber> seals(ConsignmentId id) {
        Map<CaseId, SealNumber> seals = new HashMap<>();
        jdbc.sql("select case_id, seal from custody_case where consignment = ? and seal is not null")
                .param(id.value())
                .query(row -> {
                    seals.put(new CaseId(row.getString("case_id")), new SealNumber(row.getString("seal")));
                });
        return seals;
    }

    void state(ConsignmentId id, int leg, LegState state) {
        jdbc.sql("update custody_leg set state = ? where consignment = ? and number = ?")
                .params(state.name(), id.value(), leg)
                .update();
    }

    /** Calls off the legs after this one. */
    void cancelAfter(ConsignmentId id, int leg) {
        jdbc.sql("update custody_leg set state = 'CANCELLED' where consignment = ? and number > ?")
                .params(id.value(), leg)
                .update();
    }

    void released(ConsignmentId id, int leg, DueId expectation) {
        jdbc.sql("update custody_leg set state = 'RELEASED', expectation = ? where consignment = ? and number = ?")
                .params(expectation.value().toString(), id.value(), leg)
                .update();
    }

    void expectation(ConsignmentId id, int leg, DueId expectation) {
        jdbc.sql("update custody_leg set expectation = ? where consignment = ? and number = ?")
                .params(expectation.value().toString(), id.value(), leg)
                .update();
    }

    void inspection(ConsignmentId id, int leg, DueId due) {
        jdbc.sql("update custody_leg set inspection = ? where consignment = ? and number = ?")
                .params(due.value().toString(), id.value(), leg)
                .update();
    }

    void noInspection(ConsignmentId id, int leg) {
        jdbc.sql("update custody_leg set inspection = null where consignment = ? and number = ?")
                .params(id.value(), leg)
                .update();
    }

    void travels(ConsignmentId id, Barcode cartridge, CaseId box) {
        jdbc.sql("""
                insert into custody_cartridge (consignment, barcode, case_id, state) values (?, ?, ?, 'TRAVELLING')
                on conflict (consignment, barcode) do update set case_id = excluded.case_id, state = 'TRAVELLING'""").params(id.value(), cartridge.value(), box.value()).update();
    }

    /** The consignments in which this cartridge left and was not received, newest first. */
    List<ConsignmentId> missing(Barcode cartridge) {
        return jdbc.sql("""
                select consignment from custody_cartridge
                where barcode = ? and state in ('TRAVELLING', 'MISSING', 'LOST') order by consignment desc""").param(cartridge.value()).query(String.class).list().stream()
                .map(ConsignmentId::new)
                .toList();
    }

    /** The last consignment that this case left with. */
    Optional<ConsignmentId> lastLeftWith(CaseId box) {
        return jdbc.sql("""
                select consignment from custody_case where case_id = ? and seal is not null
                order by consignment desc limit 1""").param(box.value()).query(String.class).optional().map(ConsignmentId::new);
    }

    void cartridges(ConsignmentId id, Set<Barcode> cartridges, TravelState state) {
        for (Barcode cartridge : cartridges) {
            jdbc.sql("update custody_cartridge set state = ? where consignment = ? and barcode = ?")
                    .params(state.name(), id.value(), cartridge.value())
                    .update();
        }
    }

    private Consignment row(ResultSet row, int index) throws SQLException {
        ConsignmentId id = new ConsignmentId(row.getString("id"));
        return new Consignment(
                id,
                cases(id),
                legs(id),
                travelling(id),
                new ActorId(row.getString("planned_by")),
                Sql.instant(row, "planned_at"));
    }

    private Set<CaseId> cases(ConsignmentId id) {
        return jdbc
                .sql("select case_id from custody_case where consignment = ?")
                .param(id.value())
                .query(String.class)
                .list()
                .stream()
                .map(CaseId::new)
                .collect(Collectors.toSet());
    }

    private List<Leg> legs(ConsignmentId id) {
        Map<Integer, List<HandOver>> byLeg = handOvers.of(id).stream().collect(Collectors.groupingBy(HandOver::leg));
        return jdbc.sql("select * from custody_leg where consignment = ? order by number")
                .param(id.value())
                .query((row, index) -> new Leg(
                        row.getInt("number"),
                        new SiteId(row.getString("site_from")),
                        new SiteId(row.getString("site_to")),
                        new ActorId(row.getString("carrier")),
                        Sql.instant(row, "due"),
                        LegState.valueOf(row.getString("state")),
                        due(row.getString("expectation")),
                        due(row.getString("inspection")),
                        byLeg.getOrDefault(row.getInt("number"), List.of())))
                .list();
    }

    private List<Travelling> travelling(ConsignmentId id) {
        return jdbc.sql("select * from custody_cartridge where consignment = ? order by barcode")
                .param(id.value())
                .query((row, index) -> new Travelling(
                        new Barcode(row.getString("barcode")),
                        new CaseId(row.getString("case_id")),
                        TravelState.valueOf(row.getString("state"))))
                .list();
    }

    private static Optional<DueId> due(@Nullable String value) {
        return Optional.ofNullable(value).map(DueId::parse);
    }

    private static RefusedException unknown(ConsignmentId id) {
        return new RefusedException(Reason.UNKNOWN, "refused.consignment-unknown", id);
    }
}
