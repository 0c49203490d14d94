package holdfast.server.custody;

import static holdfast.server.custody.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.custody.RefusedException.Reason;
import holdfast.server.media.SealNumber;
import holdfast.server.record.ActorId;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.watch.Expectation;
import holdfast.tape.Barcode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The ordinary trip, and everything that can go differently. */
@HoldfastTest
class HandOverTest {

    private final Office office;

    HandOverTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
        office = new Office(jdbc, transactions);
    }

    @Test
    void aTripLeavesAReceiptExpectedAndEndsWithIt() {
        Office.Packed packed = office.packed(3);
        ConsignmentId id = office.planned(packed);

        HandOver released = office.release(id, packed);
        Expectation expected = office.watch.open(id.ref()).getFirst().expectation();
        assertThat(expected.what()).isEqualTo("receipt");
        assertThat(expected.due())
                .isEqualTo(office.consignments.consignment(id).leg().due());
        assertThat(expected.ladder()).hasSize(3);
        assertThat(expected.ladder().getLast().hear()).contains(office.head);
        assertThat(released.shown())
                .contains("\"persons\":3000")
                .doesNotContain(packed.seal().value());
        assertThat(released.digest()).isEqualTo(Digest.of(released.statement()));

        office.take(id, packed);
        assertThat(lastProven(packed)).containsOnly(office.carrier);
        assertThat(office.consignments.underway()).extracting(Consignment::id).contains(id);

        Receipt receipt = office.consignments.receive(id, count(packed, packed.inside()), office.receiver);
        assertThat(receipt.clean()).isTrue();
        assertThat(lastProven(packed)).containsOnly(office.receiver);
        assertThat(office.watch.open(id.ref())).isEmpty();
        assertThat(office.consignments.consignment(id).state()).isEqualTo(LegState.ARRIVED);
        assertThat(office.consignments.underway()).extracting(Consignment::id).doesNotContain(id);
    }

    @Test
    void aMissingCartridgeStaysOpenAndAlarmsAtOnce() {
        Office.Packed packed = office.packed(3);
        ConsignmentId id = office.onTheWay(packed);
        Barcode missing = packed.inside().iterator().next();
        Set<Barcode> rest = without(packed.inside(), missing);
        office.clock.advance(Duration.ofMinutes(20));

        Receipt receipt = office.consignments.receive(id, count(packed, rest), office.receiver);

        assertThat(receipt.missing()).containsExactly(missing);
        assertThat(office.watch.open(id.ref())).singleElement().satisfies(due -> {
            assertThat(due.expectation().what()).isEqualTo("receipt");
            assertThat(due.expectation().due()).isEqualTo(office.clock.instant());
        });
        assertThat(office.events).hasAtLeastOneElementOfType(PartialArrival.class);

        Receipt second = office.consignments.receive(id, count(packed, Set.of(missing)), office.receiver2);
        assertThat(second.clean()).isTrue();
        assertThat(office.watch.open(id.ref())).isEmpty();
    }

    @Test
    void aPartialArrivalAfterTheDueTimeDoesNotStartTheLadderAgain() {
        Office.Packed packed = office.packed(2);
        ConsignmentId id = office.onTheWay(packed);
        var alarm = office.watch.open(id.ref()).getFirst().id();
        office.clock.advance(Duration.ofMinutes(64));

        office.consignments.receive(
                id, count(packed, Set.of(packed.inside().iterator().next())), office.receiver);

        assertThat(office.watch.open(id.ref()))
                .singleElement()
                .satisfies(due -> assertThat(due.id()).isEqualTo(alarm));
    }

    @Test
    void aWrongSealAndAnExtraCartridgeCallForAnInspectionThatSomebodyElseCloses() {
        Office.Packed packed = office.packed(1);
        ConsignmentId id = office.onTheWay(packed);
        Barcode extra = new Barcode("NOBODYS1");
        BlindCount count = BlindCount.signedIn(
                office.queensway,
                Map.of(packed.box(), new SealNumber("S-FORGED")),
                Set.of(packed.inside().iterator().next(), extra));

        Receipt receipt = office.consignments.receive(id, count, office.receiver);

        assertThat(receipt.wrongSeals()).containsExactly(packed.box());
        assertThat(receipt.extra()).containsExactly(extra);
        assertThat(office.watch.open(id.ref()))
                .singleElement()
                .satisfies(due -> assertThat(due.expectation().what()).isEqualTo("inspection"));
        assertRefused(Reason.INVALID, () -> office.consignments.settleInspection(id, " ", office.manager));
        office.consignments.settleInspection(id, "The seal was cut by the fire service.", office.manager);
        assertThat(office.watch.open(id.ref())).isEmpty();
    }

    @Test
    void everyLegHasAReceiptOfItsOwn() {
        Office.Packed packed = office.packed(2);
        Instant now = office.clock.instant();
        ConsignmentId id = office.consignments.plan(
                new NewConsignment(
                        Set.of(packed.box()),
                        List.of(
                                new LegPlan(office.tower, office.hub, office.carrier, now.plusSeconds(3600)),
                                new LegPlan(office.hub, office.queensway, office.carrier2, now.plusSeconds(7200)))),
                office.operator);
        office.release(id, packed);
        office.take(id, packed);
        assertRefused(Reason.WRONG_STATE, () -> office.consignments.departure(id, office.hubOfficer));

        // At the hub the case stays closed: the seal stands for what is in it.
        BlindCount atHub = BlindCount.signedIn(office.hub, Map.of(packed.box(), packed.seal()), Set.of());
        assertThat(office.consignments.receive(id, atHub, office.hubOfficer).clean())
                .isTrue();
        assertThat(office.watch.open(id.ref())).isEmpty();

        DepartureView view = office.consignments.departure(id, office.hubOfficer);
        assertThat(view.leg()).isEqualTo(2);
        office.consignments.release(id, view.confirm(packed.seal()), office.hubOfficer);
        assertThat(office.watch.open(id.ref())).hasSize(1);
        assertRefused(
                Reason.WRONG_PERSON,
                () -> office.consignments.take(
                        id, office.consignments.taking(id).confirm(packed.seal()), office.carrier));
        office.consignments.take(id, office.consignments.taking(id).confirm(packed.seal()), office.carrier2);
        assertThat(office.consignments
                        .receive(id, count(packed, packed.inside()), office.receiver)
                        .clean())
                .isTrue();
        assertThat(office.consignments.consignment(id).legs())
                .allSatisfy(leg -> assertThat(leg.state()).isEqualTo(LegState.ARRIVED));
    }

    @Test
    void aCourierWhoTurnsBackIsCountedInAgainByAnotherThanTheGiver() {
        Office.Packed packed = office.packed(2);
        ConsignmentId id = office.onTheWay(packed);
        BlindCount back = BlindCount.signedIn(office.tower, Map.of(packed.box(), packed.seal()), packed.inside());

        assertRefused(Reason.SAME_PERSON, () -> office.consignments.receive(id, back, office.giver));
        assertThat(office.consignments.receive(id, back, office.giver2).clean()).isTrue();

        assertThat(office.consignments.consignment(id).state()).isEqualTo(LegState.RETURNED);
        assertThat(office.watch.open(id.ref())).isEmpty();
        assertThat(office.planned(packed)).isNotEqualTo(id);
    }

    private BlindCount count(Office.Packed packed, Set<Barcode> scanned) {
        return BlindCount.signedIn(office.queensway, Map.of(packed.box(), packed.seal()), scanned);
    }

    private List<ActorId> lastProven(Office.Packed packed) {
        return packed.inside().stream()
                .map(one -> office.cartridges.cartridge(one).lastProven().who())
                .toList();
    }

    private static Set<Barcode> without(Set<Barcode> all, Barcode one) {
        Set<Barcode> rest = new HashSet<>(all);
        rest.remove(one);
        return rest;
    }
}
