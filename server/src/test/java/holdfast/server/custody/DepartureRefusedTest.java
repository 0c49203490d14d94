package holdfast.server.custody;

import static holdfast.server.custody.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.access.Forbidden;
import holdfast.server.custody.RefusedException.Reason;
import holdfast.server.media.SealNumber;
import holdfast.server.procedure.Procedures.NewProcedure;
import holdfast.server.procedure.Rule;
import holdfast.server.record.ActorId;
import holdfast.server.testing.HoldfastTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Departures that must not be possible: judged by the rules in force, on what the signers were shown. */
@HoldfastTest
class DepartureRefusedTest {

    private final Office office;
    private final JdbcClient jdbc;

    DepartureRefusedTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        office = new Office(jdbc, transactions);
    }

    /** Other tests of this JVM share the database and expect the rules that Holdfast brings. */
    @AfterEach
    void backToTheBasicProcedure() {
        jdbc.sql("delete from procedure_version").update();
    }

    @Test
    void aDepartureIsJudgedByTheVersionInForceAtThatMomentThoughItWasPlannedBefore() {
        Office.Packed packed = office.packed(2);
        ConsignmentId id = office.planned(packed);
        DepartureView before = office.consignments.departure(id, office.giver);
        assertThat(before.findings().permits()).isTrue();

        int number = office.procedures
                .propose(
                        new NewProcedure("Refined", "after the loss", List.of(new Rule.ExposureCeiling(1_999))),
                        office.manager)
                .number();
        assertThatThrownBy(() -> office.procedures.approve(number, office.manager))
                .hasMessageContaining("yourself");
        assertThatThrownBy(() -> office.procedures.approve(number, office.operator))
                .isInstanceOf(Forbidden.class);
        office.procedures.approve(number, office.head);

        assertRefused(
                Reason.FORBIDDEN_BY_PROCEDURE,
                () -> office.consignments.release(id, before.confirm(packed.seal()), office.giver));
        assertThat(office.findings(id).version()).isEqualTo(number);
        assertThat(office.procedures
                        .inForceAt(office.clock.instant().minusSeconds(1))
                        .number())
                .isZero();
    }

    @Test
    void whatTheSignerWasShownMustStillBeTrue() {
        Office.Packed packed = office.packed(1);
        ConsignmentId id = office.planned(packed);
        DepartureView old = office.consignments.departure(id, office.giver);
        office.cases.unseal(packed.box(), packed.seal(), office.operator);
        office.cases.pack(packed.box(), Set.of(office.newCartridge()), office.operator);
        SealNumber seal = office.newSeal();
        office.cases.seal(packed.box(), seal, office.operator);

        assertRefused(Reason.STALE, () -> office.consignments.release(id, old.confirm(seal), office.giver));
    }

    @Test
    void aCarrierWhoHasNotAcknowledgedTheGuidelineCarriesNothing() {
        Office.Packed packed = office.packed(1);
        ConsignmentId id = office.planned(packed);
        office.guidelines.issue(office.guidelines.suggested(), office.manager);

        assertRefused(Reason.FORBIDDEN_BY_PROCEDURE, () -> office.release(id, packed));
    }

    @Test
    void aCaseIsPromisedOnceAndGoesOnlyWithACourierAndADueTimeAhead() {
        Office.Packed packed = office.packed(1);
        office.planned(packed);
        assertRefused(Reason.WRONG_STATE, () -> office.planned(packed));

        Office.Packed other = office.packed(1);
        assertRefused(Reason.WRONG_PERSON, () -> plan(other, office.manager, Duration.ofMinutes(30)));
        assertRefused(Reason.INVALID, () -> plan(other, office.carrier, Duration.ZERO));
        assertThatThrownBy(() -> office.consignments.plan(
                        new NewConsignment(
                                office.tower,
                                office.queensway,
                                Set.of(other.box()),
                                office.carrier,
                                office.clock.instant().plusSeconds(60)),
                        office.carrier))
                .isInstanceOf(Forbidden.class);
        ConsignmentId late = plan(other, office.carrier, Duration.ofDays(30));
        assertRefused(Reason.FORBIDDEN_BY_PROCEDURE, () -> office.release(late, other));
    }

    private ConsignmentId plan(Office.Packed packed, ActorId carrier, Duration due) {
        return office.consignments.plan(
                new NewConsignment(
                        office.tower,
                        office.queensway,
                        Set.of(packed.box()),
                        carrier,
                        office.clock.instant().plus(due)),
                office.operator);
    }
}
