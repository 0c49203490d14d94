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
import org.springframework.jdbc.core.simple.JdbcClient;

@HoldfastTest
class CartridgesTest {
    private static final Ref TRIP = new Ref("consignment", "2024-1");

    private final Cartridges cartridges;
    private final Cases cases;
    private final LedgerBook book;
    private final JdbcClient jdbc;
    private final Ground ground;

    CartridgesTest(Cartridges cartridges, Cases cases, LedgerBook book, JdbcClient jdbc, Staff staff, Places places) {
        this.cartridges = cartridges;
        this.cases = cases;
        this.book = book;
        this.jdbc = jdbc;
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
        refused(() -> cartridges.dispose(one, "CERT-1", ground.operator), "lost");
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
    void aCartridgeUnderLegalHoldIsNotDisposedOfUntilTheHoldEnds() {
        Barcode one = ground.cartridge();
        cartridges.hold(one, "HCMP 12/2025", ground.manager);
        refused(() -> cartridges.dispose(one, "CERT-1", ground.operator), "HCMP 12/2025");
        cartridges.endHold(one, "judgment given", ground.manager);
        cartridges.dispose(one, "CERT-1", ground.operator);
        assertThat(cartridges.cartridge(one).whereabouts()).isInstanceOf(Whereabouts.Disposed.class);
    }

    @Test
    void aDisposedCartridgeComesBackInNoWay() {
        Barcode one = ground.cartridge();
        cartridges.dispose(one, "CERT-1", ground.operator);
        CaseId box = ground.box(5);
        refused(() -> cases.pack(box, Set.of(one), ground.operator), "disposed of");
        refused(() -> cartridges.found(one, ground.tower, ground.officer), "disposed of");
        refused(() -> cartridges.lost(Set.of(one), TRIP, ground.manager), "disposed of");
        refused(() -> cartridges.hold(one, "court", ground.manager), "disposed of");
    }

    @Test
    void theDatabaseItselfRefusesADisposalUnderLegalHold() {
        Barcode one = ground.cartridge();
        cartridges.hold(one, "court", ground.manager);
        assertThatThrownBy(
                        () -> jdbc.sql("update media_cartridge set state = 'DISPOSED', certificate = 'x', site = null"
                                        + " where barcode = ?")
                                .param(one.value())
                                .update())
                .hasMessageContaining("check constraint");
    }

    @Test
    void aPackedCartridgeIsNotDisposedOf() {
        Barcode one = ground.cartridge();
        cases.pack(ground.box(5), Set.of(one), ground.operator);
        refused(() -> cartridges.dispose(one, "CERT-1", ground.operator), "in case");
    }

    @Test
    void whoeverCarriesMayNeitherRegisterNorConfirmALossNorDispose() {
        Barcode one = ground.cartridge();
        assertThatThrownBy(() -> cartridges.lost(Set.of(one), TRIP, ground.courier))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> cartridges.lost(Set.of(one), TRIP, ground.officer))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> cartridges.dispose(one, "C", ground.courier)).isInstanceOf(Forbidden.class);
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
