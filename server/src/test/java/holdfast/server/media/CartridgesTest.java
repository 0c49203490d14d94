package holdfast.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.access.Forbidden;
import holdfast.server.place.Places;
import holdfast.server.record.LedgerBook;
import holdfast.server.record.Ref;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.Staff;
import holdfast.tape.Barcode;
import java.util.Set;
import org.junit.jupiter.api.Test;

@HoldfastTest
class CartridgesTest {
    private static final Ref TRIP = new Ref("consignment", "2024-1");

    private final Cartridges cartridges;
    private final Cases cases;
    private final LedgerBook book;
    private final Disposals disposals;
    private final Ground ground;

    CartridgesTest(
            Cartridges cartridges, Cases cases, Disposals disposals, LedgerBook book, Staff staff, Places places) {
        this.cartridges = cartridges;
        this.cases = cases;
        this.book = book;
        this.disposals = disposals;
        this.ground = new Ground(staff, places, cartridges, cases);
    }

    @Test
    void aRegisteredCartridgeIsOnTheShelfAndProvenByWhoeverEnteredIt() {
        Cartridge one = cartridges.cartridge(ground.cartridge());
        assertThat(one.whereabouts()).isEqualTo(new Whereabouts.AtSite(ground.tower));
        assertThat(one.lastProven().who()).isEqualTo(ground.operator);
        assertThat(book.entry(one.lastProven().entry())).isPresent();
        assertThat(cartridges.at(ground.tower)).extracting(Cartridge::barcode).containsExactly(one.barcode());
    }

    @Test
    void aBarcodeIsRegisteredOnce() {
        Barcode one = ground.cartridge();
        NewCartridge again =
                new NewCartridge(one, "Acme", "LTO-9", "X", Classification.SECRET, new Origin.Holdfast(), ground.tower);
        assertThatThrownBy(() -> cartridges.register(again, ground.operator)).isInstanceOf(MediaRefused.class);
    }

    @Test
    void aCartridgeOfOtherSoftwareKeepsWhatItsOwnerDeclared() {
        Origin.Foreign declared = new Origin.Foreign("OtherBackup 9", "payroll 2011", "none known", 5000);
        assertThat(cartridges.cartridge(ground.cartridge(declared)).origin()).isEqualTo(declared);
    }

    @Test
    void aLostCartridgeStopsCountingAsHeldAndCannotBePackedWrittenOrDisposedOf() {
        Barcode one = ground.cartridge();
        cartridges.lost(Set.of(one), TRIP, ground.manager);
        assertThat(cartridges.cartridge(one).whereabouts().held()).isFalse();
        CaseId box = ground.box(5);
        refused(() -> cases.pack(box, Set.of(one), ground.operator), "lost");
        refused(() -> disposals.ask(one, "worn out", ground.operator), "lost");
        refused(() -> cartridges.lost(Set.of(one), TRIP, ground.manager), "already");
        assertThat(cartridges.at(ground.tower)).isEmpty();
    }

    @Test
    void aCartridgeFoundAgainIsNotUsedBeforeSomebodyExaminedIt() {
        Barcode one = ground.cartridge();
        cartridges.lost(Set.of(one), TRIP, ground.manager);
        cartridges.found(one, ground.tower, ground.officer);
        assertThat(cartridges.cartridge(one).whereabouts().held()).isTrue();
        CaseId box = ground.box(5);
        refused(() -> cases.pack(box, Set.of(one), ground.operator), "not yet examined");
        cartridges.examined(one, "label and write-protect tab untouched", ground.operator);
        cases.pack(box, Set.of(one), ground.operator);
        assertThat(cartridges.inCase(box)).hasSize(1);
    }

    @Test
    void whatWasNeverGoneIsNotFound() {
        Barcode one = ground.cartridge();
        refused(() -> cartridges.found(one, ground.tower, ground.officer), "neither lost nor on its way");
        refused(() -> cartridges.examined(one, "fine", ground.officer), "on the shelf");
    }

    @Test
    void whoeverCarriesMayNeitherRegisterNorConfirmALossNorDispose() {
        Barcode one = ground.cartridge();
        assertThatThrownBy(() -> cartridges.lost(Set.of(one), TRIP, ground.courier))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> cartridges.lost(Set.of(one), TRIP, ground.officer))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> disposals.ask(one, "worn out", ground.courier)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> cartridges.found(one, ground.tower, ground.courier))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> cartridges.hold(one, "c", ground.operator)).isInstanceOf(Forbidden.class);
        assertThat(cartridges.cartridge(one).whereabouts()).isEqualTo(new Whereabouts.AtSite(ground.tower));
    }

    @Test
    void ofSeveralOneThatIsUnknownSpoilsTheWholeAct() {
        Barcode one = ground.cartridge();
        refused(
                () -> cartridges.lost(Set.of(one, new Barcode("NOSUCH01")), TRIP, ground.manager),
                "not in the register");
        assertThat(cartridges.cartridge(one).whereabouts().held()).isTrue();
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String why) {
        assertThatThrownBy(act).isInstanceOf(MediaRefused.class).hasMessageContaining(why);
    }
}
