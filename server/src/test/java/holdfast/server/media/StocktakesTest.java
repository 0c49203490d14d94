package holdfast.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.access.Forbidden;
import holdfast.server.access.Role;
import holdfast.server.place.Places;
import holdfast.server.record.Ref;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.Staff;
import holdfast.server.watch.Watch;
import holdfast.tape.Barcode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

@HoldfastTest
class StocktakesTest {
    private final Stocktakes stocktakes;
    private final Cartridges cartridges;
    private final Cases cases;
    private final Watch watch;
    private final Staff staff;
    private final Ground ground;

    StocktakesTest(Stocktakes stocktakes, Cartridges cartridges, Cases cases, Watch watch, Staff staff, Places places) {
        this.stocktakes = stocktakes;
        this.cartridges = cartridges;
        this.cases = cases;
        this.watch = watch;
        this.staff = staff;
        this.ground = new Ground(staff, places, cartridges, cases);
    }

    @Test
    void aCountThatAgreesProvesEveryCartridgeAndFindsNothing() {
        Barcode shelf = ground.cartridge();
        Barcode packed = ground.cartridge();
        CaseId box = ground.box(5);
        SealNumber seal = Ground.seal();
        cases.pack(box, Set.of(packed), ground.operator);
        cases.seal(box, seal, ground.operator);
        Stocktake taken = count(new StockCount(Set.of(shelf), Map.of(box, Optional.of(seal))));
        assertThat(taken.findings()).isEmpty();
        assertThat(taken.counted()).isEqualTo(2);
        assertThat(cartridges.cartridge(packed).lastProven().who()).isEqualTo(ground.officer);
    }

    @Test
    void beforeTheCountIsGivenNothingTellsWhatIsExpected() {
        ground.cartridge();
        StocktakeId id = stocktakes.begin(ground.tower, ground.officer);
        Stocktake begun = stocktakes.stocktake(id);
        assertThat(begun.findings()).isEmpty();
        assertThat(begun.counted()).isZero();
        assertThat(begun.countedAt()).isEmpty();
    }

    @Test
    void everyKindOfDifferenceIsAFindingThatRings() {
        Barcode missing = ground.cartridge();
        Barcode lost = ground.cartridge();
        cartridges.lost(Set.of(lost), new Ref("consignment", "x"), ground.manager);
        Barcode inBox = ground.cartridge();
        CaseId box = ground.box(5);
        cases.pack(box, Set.of(inBox), ground.operator);
        cases.seal(box, Ground.seal(), ground.operator);
        CaseId absent = ground.box(5);
        Barcode stranger = new Barcode("ZZ" + missing.value().substring(2));
        Stocktake taken = count(new StockCount(
                Set.of(lost, stranger),
                Map.of(box, Optional.of(Ground.seal()), new CaseId("C-NOBODYS"), Optional.empty())));
        assertThat(taken.findings())
                .extracting(finding -> finding.kind() + " " + finding.subject())
                .containsExactlyInAnyOrder(
                        "MISSING " + missing,
                        "MISSING " + inBox,
                        "ELSEWHERE " + lost,
                        "UNKNOWN " + stranger,
                        "SEAL_DIFFERS " + box,
                        "CASE_MISSING " + absent,
                        "CASE_ELSEWHERE C-NOBODYS");
        assertThat(watch.open(new Ref("cartridge", missing.value()))).hasSize(1);
        assertThat(cartridges.cartridge(missing).whereabouts())
                .describedAs("a count alone loses nothing: somebody must confirm")
                .isEqualTo(new Whereabouts.AtSite(ground.tower));
    }

    @Test
    void aFindingIsSettledBySomebodySeniorWhoDidNotCount() {
        Barcode missing = ground.cartridge();
        Stocktake taken = count(new StockCount(Set.of(), Map.of()));
        Finding finding = taken.findings().getFirst();
        assertThatThrownBy(() -> stocktakes.settle(finding.id(), "it was in the drive", ground.officer))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> stocktakes.settle(finding.id(), " ", ground.manager))
                .isInstanceOf(IllegalArgumentException.class);
        stocktakes.settle(finding.id(), "it was in the drive", ground.manager);
        assertThat(watch.open(new Ref("cartridge", missing.value()))).isEmpty();
        assertThat(stocktakes.open()).extracting(Finding::id).doesNotContain(finding.id());
    }

    @Test
    void onlySomebodyPostedThereCountsAndGivesTheCountOnce() {
        assertThatThrownBy(() -> stocktakes.begin(ground.tower, staff.person(Role.SITE_OFFICER)))
                .isInstanceOf(Forbidden.class);
        StocktakeId id = stocktakes.begin(ground.tower, ground.officer);
        StockCount nothing = new StockCount(Set.of(), Map.of());
        assertThatThrownBy(() -> stocktakes.count(id, nothing, ground.operator)).isInstanceOf(Forbidden.class);
        stocktakes.count(id, nothing, ground.officer);
        assertThatThrownBy(() -> stocktakes.count(id, nothing, ground.officer)).isInstanceOf(MediaRefused.class);
    }

    private Stocktake count(StockCount count) {
        StocktakeId id = stocktakes.begin(ground.tower, ground.officer);
        return stocktakes.count(id, count, ground.officer);
    }
}
