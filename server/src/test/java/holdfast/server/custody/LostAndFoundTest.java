package holdfast.server.custody;

import static holdfast.server.custody.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.custody.Consignment.TravelState;
import holdfast.server.custody.RefusedException.Reason;
import holdfast.server.media.Whereabouts;
import holdfast.server.testing.HoldfastTest;
import holdfast.tape.Barcode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What was lost is in hand again, all of it or part. */
@HoldfastTest
class LostAndFoundTest {

    private final Office office;

    LostAndFoundTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
        office = new Office(jdbc, transactions);
    }

    @Test
    void aLostCartridgeIsFoundAgainLater() {
        Office.Packed packed = office.packed(2);
        ConsignmentId id = office.onTheWay(packed);
        office.consignments.confirmLost(id, packed.inside(), "searched car and both sites", office.dpo);
        assertThat(office.consignments.consignment(id).state()).isEqualTo(LegState.LOST);
        assertThat(office.watch.open(id.ref())).isEmpty();
        assertThat(office.record.told)
                .anySatisfy(one -> assertThat(one.getKey()).isEqualTo(office.head));
        Barcode found = packed.inside().iterator().next();
        assertThat(whereabouts(found)).isInstanceOf(Whereabouts.Lost.class);

        assertRefused(
                Reason.SAME_PERSON, () -> office.consignments.found(found, office.tower, "on my desk", office.giver));
        office.consignments.found(found, office.queensway, "handed in by a taxi driver", office.receiver);

        Consignment after = office.consignments.consignment(id);
        assertThat(after.in(TravelState.FOUND)).containsExactly(found);
        assertThat(after.in(TravelState.LOST)).hasSize(1);
        assertThat(whereabouts(found)).isInstanceOf(Whereabouts.Found.class);
        assertThat(office.cartridges.cartridge(found).lastProven().who()).isEqualTo(office.receiver);
        assertRefused(
                Reason.WRONG_STATE, () -> office.consignments.found(found, office.queensway, "again", office.receiver));
    }

    @Test
    void aLostCaseIsFoundAgainWithPartOfWhatWasInIt() {
        Office.Packed packed = office.packed(3);
        ConsignmentId id = office.onTheWay(packed);
        office.consignments.confirmLost(id, packed.inside(), "searched everywhere", office.manager);
        Barcode gone = packed.inside().iterator().next();
        Set<Barcode> back = without(packed.inside(), gone);

        office.consignments.foundCase(packed.box(), office.hub, back, "in the taxi firm's safe", office.hubOfficer);

        Consignment after = office.consignments.consignment(id);
        assertThat(after.in(TravelState.FOUND)).isEqualTo(back);
        assertThat(after.in(TravelState.LOST)).containsExactly(gone);
        assertThat(office.cases.box(packed.box()).lost()).isFalse();
    }

    private Whereabouts whereabouts(Barcode barcode) {
        return office.cartridges.cartridge(barcode).whereabouts();
    }

    private static Set<Barcode> without(Set<Barcode> all, Barcode one) {
        Set<Barcode> rest = new HashSet<>(all);
        rest.remove(one);
        return rest;
    }
}
