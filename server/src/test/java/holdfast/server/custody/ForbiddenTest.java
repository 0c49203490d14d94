package holdfast.server.custody;

import static holdfast.server.custody.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.access.Forbidden;
import holdfast.server.custody.RefusedException.Reason;
import holdfast.server.media.SealNumber;
import holdfast.server.record.ActorId;
import holdfast.server.testing.HoldfastTest;
import holdfast.tape.Barcode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Tries everything that must not be possible at a hand-over. */
@HoldfastTest
class ForbiddenTest {

    private final Office office;
    private final JdbcClient jdbc;

    ForbiddenTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        office = new Office(jdbc, transactions);
    }

    /** Other tests of this JVM share the database and expect the rules that Holdfast brings. */
    @AfterEach
    void backToTheBasicProcedure() {
        jdbc.sql("delete from procedure_version").update();
    }

    @Test
    void nobodyReleasesToThemselves() {
        Office.Packed packed = office.packed(1);
        ConsignmentId id = office.consignments.plan(
                new NewConsignment(
                        office.tower,
                        office.queensway,
                        Set.of(packed.box()),
                        office.allRoles,
                        office.clock.instant().plusSeconds(3000)),
                office.operator);

        assertRefused(
                Reason.SAME_PERSON,
                () -> office.consignments.release(
                        id,
                        office.consignments.departure(id, office.allRoles).confirm(packed.seal()),
                        office.allRoles));
        office.release(id, packed);
        assertRefused(
                Reason.WRONG_PERSON,
                () -> office.consignments.take(
                        id, office.consignments.taking(id).confirm(packed.seal()), office.carrier));
        office.consignments.take(id, office.consignments.taking(id).confirm(packed.seal()), office.allRoles);
        BlindCount count = BlindCount.signedIn(office.queensway, Map.of(packed.box(), packed.seal()), packed.inside());
        assertRefused(Reason.SAME_PERSON, () -> office.consignments.receive(id, count, office.allRoles));
        assertRefused(
                Reason.SAME_PERSON,
                () -> office.consignments.confirmLost(id, packed.inside(), "fell into the sea", office.allRoles));
    }

    @Test
    void aCourierCannotSilenceTheAlarm() {
        Office.Packed packed = office.packed(2);
        ConsignmentId id = office.onTheWay(packed);
        BlindCount count = BlindCount.signedIn(office.queensway, Map.of(packed.box(), packed.seal()), packed.inside());

        for (ActorId who : List.of(office.carrier, office.carrier2, office.auditor, office.admin, office.manager)) {
            assertThatThrownBy(() -> office.consignments.receive(id, count, who))
                    .isInstanceOf(Forbidden.class);
        }
        assertThatThrownBy(() -> office.consignments.cancel(id, "no longer needed", office.carrier))
                .isInstanceOf(Forbidden.class);
        assertRefused(Reason.WRONG_STATE, () -> office.consignments.cancel(id, "no longer needed", office.operator));
        assertThatThrownBy(() -> office.consignments.confirmLost(id, packed.inside(), "stolen", office.carrier))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> office.consignments.found(
                        packed.inside().iterator().next(), office.tower, "here", office.carrier))
                .isInstanceOf(Forbidden.class);
        assertThat(office.watch.open(id.ref())).hasSize(1);
        assertThat(office.watch.open(id.ref()).getFirst().expectation().involved())
                .contains(office.carrier, office.giver);
    }

    @Test
    void aGiverWhoSkipsOrMisreadsTheSealDoesNotLetTheCaseGoAndTheManagerHears() {
        Office.Packed packed = office.packed(1);
        ConsignmentId id = office.planned(packed);
        DepartureView view = office.consignments.departure(id, office.giver);

        assertRefused(Reason.WRONG_SEAL, () -> office.consignments.release(id, view.confirm(Map.of()), office.giver));
        assertRefused(
                Reason.WRONG_SEAL,
                () -> office.consignments.release(id, view.confirm(new SealNumber("S-GUESS")), office.giver));

        assertThat(office.record.acts("handover.refused")).hasSize(2);
        assertThat(office.record.told)
                .anySatisfy(one -> assertThat(one.getKey()).isEqualTo(office.manager));
        assertThat(office.watch.open(id.ref())).isEmpty();
        assertThat(view.facts()).doesNotContain(packed.seal().value());
    }

    @Test
    void theCarrierReadsTheSealTooAndAnExchangedCaseStaysHere() {
        Office.Packed packed = office.packed(1);
        ConsignmentId id = office.planned(packed);
        office.release(id, packed);
        assertRefused(
                Reason.WRONG_SEAL,
                () -> office.consignments.take(
                        id, office.consignments.taking(id).confirm(new SealNumber("S-OTHER")), office.carrier));

        office.cases.unseal(packed.box(), packed.seal(), office.operator);
        SealNumber second = office.newSeal();
        office.cases.seal(packed.box(), second, office.operator);
        assertRefused(
                Reason.STALE,
                () -> office.consignments.take(
                        id, office.consignments.taking(id).confirm(second), office.carrier));
    }

    @Test
    void aHandOverCannotBeReplayed() {
        Office.Packed packed = office.packed(1);
        ConsignmentId id = office.planned(packed);
        Confirmation confirmation =
                office.consignments.departure(id, office.giver).confirm(packed.seal());
        HandOver first = office.consignments.release(id, confirmation, office.giver);

        assertThat(office.consignments.release(id, confirmation, office.giver)).isEqualTo(first);
        assertRefused(Reason.INVALID, () -> office.consignments.release(id, confirmation, office.giver2));
        assertThat(office.record.acts("handover.released")).hasSize(1);
        assertThat(office.watch.open(id.ref())).hasSize(1);
        Confirmation again = Confirmation.signedIn(confirmation.sealsRead(), confirmation.shown());
        assertRefused(Reason.WRONG_STATE, () -> office.consignments.release(id, again, office.giver));

        Office.Packed other = office.packed(1);
        ConsignmentId second = office.planned(other);
        assertRefused(Reason.INVALID, () -> office.consignments.release(second, confirmation, office.giver));
    }

    @Test
    void whoeverIsNotPostedThereNeitherReleasesNorReceives() {
        Office.Packed packed = office.packed(1);
        ConsignmentId id = office.planned(packed);
        assertRefused(
                Reason.WRONG_PERSON,
                () -> office.consignments.release(
                        id,
                        office.consignments.departure(id, office.receiver).confirm(packed.seal()),
                        office.receiver));
        office.release(id, packed);
        office.take(id, packed);
        assertRefused(
                Reason.WRONG_PERSON,
                () -> office.consignments.receive(
                        id, BlindCount.signedIn(office.queensway, Map.of(), Set.of()), office.hubOfficer));
        assertRefused(
                Reason.WRONG_PERSON,
                () -> office.consignments.receive(
                        id, BlindCount.signedIn(office.hub, Map.of(), packed.inside()), office.hubOfficer));
    }

    @Test
    void theBlindCountIsNotGoneRoundByFindingThingsWhereTheyWereGoing() {
        Office.Packed packed = office.packed(1);
        ConsignmentId id = office.onTheWay(packed);
        Barcode one = packed.inside().iterator().next();

        assertRefused(
                Reason.WRONG_STATE,
                () -> office.consignments.found(one, office.queensway, "it just came", office.receiver));
        assertRefused(
                Reason.WRONG_STATE, () -> office.consignments.found(one, office.tower, "it never left", office.giver2));
        assertThat(office.watch.open(id.ref())).hasSize(1);
    }

    @Test
    void whoeverQuietensAnAlarmIsHeardOfAbove() {
        Office.Packed packed = office.packed(2);
        ConsignmentId id = office.onTheWay(packed);
        office.consignments.confirmLost(
                id, Set.of(packed.inside().iterator().next()), "half of it fell out", office.manager);
        assertThat(office.record.told)
                .anySatisfy(one -> assertThat(one.getKey()).isEqualTo(office.head));
        assertThat(office.watch.open(id.ref()))
                .as("the rest is still waited for")
                .hasSize(1);

        Office.Packed second = office.packed(1);
        ConsignmentId back = office.onTheWay(second);
        office.record.told.clear();
        office.consignments.receive(
                back,
                BlindCount.signedIn(office.tower, Map.of(second.box(), second.seal()), second.inside()),
                office.giver2);
        assertThat(office.record.told)
                .anySatisfy(one -> assertThat(one.getKey()).isEqualTo(office.manager));
    }

    @Test
    void aLadderCannotBePutToSleep() {
        Ladders.Steps never = new Ladders.Steps(Duration.ofMinutes(15), Duration.ofDays(30));
        assertThatThrownBy(() -> office.ladders.set(office.tower, office.queensway, never, office.manager))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> office.ladders.set(office.tower, office.queensway, Ladders.Steps.USUAL, office.carrier))
                .isInstanceOf(Forbidden.class);
    }
}
