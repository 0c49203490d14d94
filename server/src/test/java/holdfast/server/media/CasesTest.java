package holdfast.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.place.Places;
import holdfast.server.record.Ref;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.Staff;
import holdfast.tape.Barcode;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@HoldfastTest
class CasesTest {
    private static final Ref TRIP = new Ref("consignment", "2024-2");

    private final Cartridges cartridges;
    private final Cases cases;
    private final Ground ground;

    CasesTest(Cartridges cartridges, Cases cases, Staff staff, Places places) {
        this.cartridges = cartridges;
        this.cases = cases;
        this.ground = new Ground(staff, places, cartridges, cases);
    }

    @Test
    void packingIsAllOrNothing() {
        Barcode here = ground.cartridge();
        Barcode gone = ground.cartridge();
        cartridges.lost(Set.of(gone), TRIP, ground.manager);
        CaseId box = ground.box(5);
        refused(() -> cases.pack(box, Set.of(here, gone), ground.operator), "lost");
        assertThat(cartridges.cartridge(here).whereabouts()).isEqualTo(new Whereabouts.AtSite(ground.tower));
        assertThat(cartridges.inCase(box)).isEmpty();
    }

    @Test
    void aCaseHoldsNoMoreThanItsSlots() {
        CaseId box = ground.box(1);
        cases.pack(box, Set.of(ground.cartridge()), ground.operator);
        Barcode second = ground.cartridge();
        refused(() -> cases.pack(box, Set.of(second), ground.operator), "holds 1");
    }

    @Test
    void aCartridgeIsInOneCaseAtATime() {
        Barcode one = ground.cartridge();
        cases.pack(ground.box(5), Set.of(one), ground.operator);
        CaseId other = ground.box(5);
        refused(() -> cases.pack(other, Set.of(one), ground.operator), "in case");
    }

    @Test
    void aSealedCaseIsNeitherPackedNorUnpackedAndASealIsUsedOnce() {
        Barcode one = ground.cartridge();
        Barcode two = ground.cartridge();
        CaseId box = ground.box(5);
        CaseId other = ground.box(5);
        SealNumber seal = Ground.seal();
        refused(() -> cases.seal(box, seal, ground.operator), "empty");
        cases.pack(box, Set.of(one), ground.operator);
        cases.seal(box, seal, ground.operator);
        refused(() -> cases.pack(box, Set.of(two), ground.operator), "is sealed");
        refused(() -> cases.unpack(box, Set.of(one), ground.operator), "is sealed");
        refused(() -> cases.seal(box, Ground.seal(), ground.operator), "is sealed");
        assertThat(cases.unseal(box, seal, ground.operator)).isTrue();
        cases.pack(other, Set.of(two), ground.operator);
        refused(() -> cases.seal(other, seal, ground.operator), "used before");
    }

    @Test
    void aSealThatReadsDifferentlyIsToldAndTheCaseIsOpen() {
        CaseId box = sealed(ground.cartridge());
        assertThat(cases.unseal(box, Ground.seal(), ground.operator)).isFalse();
        assertThat(cases.box(box).seal()).isEmpty();
    }

    @Test
    void anOpenCaseDoesNotLeave() {
        CaseId box = ground.box(5);
        cases.pack(box, Set.of(ground.cartridge()), ground.operator);
        refused(() -> cases.depart(box, TRIP, ground.courier), "not sealed");
    }

    @Test
    void whatLeavesIsOnItsWayAndIsNeitherUnpackedNorSentAgain() {
        Barcode one = ground.cartridge();
        CaseId box = sealed(one);
        cases.depart(box, TRIP, ground.courier);
        assertThat(cartridges.cartridge(one).whereabouts()).isEqualTo(new Whereabouts.InTransit(box, TRIP));
        assertThat(cartridges.inCase(box)).hasSize(1);
        assertThat(cartridges.at(ground.tower)).isEmpty();
        assertThat(cases.box(box).site()).isEmpty();
        refused(() -> cases.depart(box, TRIP, ground.courier), "on its way");
        refused(() -> cases.unpack(box, Set.of(one), ground.operator), "on its way");
        refused(() -> cases.unseal(box, Ground.seal(), ground.operator), "on its way");
    }

    @Test
    void onAPartialArrivalTheMissingOnesStayOnTheirWay() {
        Barcode one = ground.cartridge();
        Barcode two = ground.cartridge();
        CaseId box = sealed(one, two);
        cases.depart(box, TRIP, ground.courier);
        cases.arrive(box, ground.queensway, Set.of(one), ground.officer);
        assertThat(cartridges.cartridge(one).whereabouts()).isEqualTo(new Whereabouts.InCase(box, ground.queensway));
        assertThat(cartridges.cartridge(two).whereabouts()).isEqualTo(new Whereabouts.InTransit(box, TRIP));
        assertThat(cartridges.inCase(box)).extracting(Cartridge::barcode).containsExactly(one);
        assertThat(cartridges.cartridge(one).lastProven().who()).isEqualTo(ground.officer);
        assertThat(cartridges.cartridge(two).lastProven().who()).isEqualTo(ground.operator);
        cases.arrive(box, ground.queensway, Set.of(one, two), ground.officer);
        assertThat(cartridges.inCase(box))
                .describedAs("a second count found it")
                .hasSize(2);
    }

    @Test
    void aLostCaseTakesAllThatIsInItAndMayBeFoundWithLess() {
        Barcode one = ground.cartridge();
        Barcode two = ground.cartridge();
        CaseId box = sealed(one, two);
        cases.depart(box, TRIP, ground.courier);
        cases.lost(box, TRIP, ground.manager);
        assertThat(cartridges.cartridge(one).whereabouts()).isInstanceOf(Whereabouts.Lost.class);
        assertThat(cases.box(box).lost()).isTrue();
        refused(() -> cases.depart(box, TRIP, ground.courier), "lost");
        cases.found(box, ground.tower, Set.of(one), ground.officer);
        assertThat(cartridges.cartridge(one).whereabouts()).isInstanceOf(Whereabouts.Found.class);
        assertThat(cartridges.cartridge(two).whereabouts()).isInstanceOf(Whereabouts.Lost.class);
        Box again = cases.box(box);
        assertThat(again.lost()).isFalse();
        assertThat(again.seal()).isEqualTo(Optional.empty());
    }

    private CaseId sealed(Barcode... barcodes) {
        CaseId box = ground.box(10);
        cases.pack(box, Set.of(barcodes), ground.operator);
        cases.seal(box, Ground.seal(), ground.operator);
        return box;
    }

    private static void refused(ThrowingCallable act, String why) {
        assertThatThrownBy(act).isInstanceOf(MediaRefused.class).hasMessageContaining(why);
    }
}
