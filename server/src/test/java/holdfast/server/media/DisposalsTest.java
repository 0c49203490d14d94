package holdfast.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.access.Forbidden;
import holdfast.server.access.Role;
import holdfast.server.place.Places;
import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.Staff;
import holdfast.tape.Barcode;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody makes a cartridge vanish alone, nor one that a court wants. */
@HoldfastTest
class DisposalsTest {
    private final Disposals disposals;
    private final Cartridges cartridges;
    private final Cases cases;
    private final JdbcClient jdbc;
    private final Ground ground;
    private final ActorId otherManager;

    DisposalsTest(
            Disposals disposals, Cartridges cartridges, Cases cases, JdbcClient jdbc, Staff staff, Places places) {
        this.disposals = disposals;
        this.cartridges = cartridges;
        this.cases = cases;
        this.jdbc = jdbc;
        this.ground = new Ground(staff, places, cartridges, cases);
        this.otherManager = staff.person(Role.MANAGER);
    }

    @Test
    void onePersonAsksAnotherDisposes() {
        Barcode one = ground.cartridge();
        disposals.ask(one, "worn out", ground.operator);
        assertThat(disposals.waiting(one).orElseThrow().askedBy()).isEqualTo(ground.operator);
        assertThat(cartridges.cartridge(one).whereabouts().held()).isTrue();
        disposals.dispose(one, "CERT-1", ground.manager);
        assertThat(cartridges.cartridge(one).whereabouts()).isInstanceOf(Whereabouts.Disposed.class);
        assertThat(disposals.waiting(one)).isEmpty();
        assertThat(disposals.waiting()).noneMatch(each -> each.cartridge().equals(one));
    }

    @Test
    void aManagerAloneDisposesOfNothing() {
        Barcode one = ground.cartridge();
        refused(() -> disposals.dispose(one, "CERT-1", ground.manager), "Nobody has asked");
        disposals.ask(one, "worn out", ground.manager);
        assertThatThrownBy(() -> disposals.dispose(one, "CERT-1", ground.manager))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("does not carry it out");
        assertThat(cartridges.cartridge(one).whereabouts().held()).isTrue();
        disposals.dispose(one, "CERT-1", otherManager);
        assertThat(cartridges.cartridge(one).whereabouts().held()).isFalse();
    }

    @Test
    void anOperatorNeverDisposesNorDoesACourierAsk() {
        Barcode one = ground.cartridge();
        assertThatThrownBy(() -> disposals.ask(one, "worn out", ground.courier)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> disposals.ask(one, "worn out", ground.officer)).isInstanceOf(Forbidden.class);
        disposals.ask(one, "worn out", ground.manager);
        assertThatThrownBy(() -> disposals.dispose(one, "C", ground.operator)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> disposals.dispose(one, "C", ActorId.SYSTEM)).isInstanceOf(Forbidden.class);
        assertThat(cartridges.cartridge(one).whereabouts().held()).isTrue();
    }

    @Test
    void theDatabaseItselfRefusesADisposalByOnePersonOrWithoutARequest() {
        Barcode one = ground.cartridge();
        assertThatThrownBy(() -> disposeBehindTheService(one, "x")).hasMessageContaining("check constraint");
        disposals.ask(one, "worn out", ground.manager);
        assertThatThrownBy(() -> disposeBehindTheService(one, ground.manager.value()))
                .hasMessageContaining("check constraint");
    }

    @Test
    void theDatabaseItselfRefusesADisposalUnderLegalHold() {
        Barcode one = ground.cartridge();
        disposals.ask(one, "worn out", ground.operator);
        cartridges.hold(one, "court", ground.manager);
        assertThatThrownBy(() -> disposeBehindTheService(one, ground.manager.value()))
                .hasMessageContaining("check constraint");
    }

    private void disposeBehindTheService(Barcode one, String by) {
        jdbc.sql("update media_cartridge set state = 'DISPOSED', certificate = 'x', site = null, disposed_by = ?"
                        + " where barcode = ?")
                .params(by, one.value())
                .update();
    }

    @Test
    void aLegalHoldStopsADisposalThatWasAskedForBefore() {
        Barcode one = ground.cartridge();
        disposals.ask(one, "worn out", ground.operator);
        cartridges.hold(one, "HCMP 12/2025", ground.manager);
        refused(() -> disposals.dispose(one, "CERT-1", ground.manager), "HCMP 12/2025");
        refused(() -> disposals.ask(one, "again", ground.operator), "HCMP 12/2025");
        cartridges.endHold(one, "judgment given", ground.manager);
        disposals.dispose(one, "CERT-1", ground.manager);
        assertThat(cartridges.cartridge(one).whereabouts().held()).isFalse();
    }

    @Test
    void whatIsNotOnTheShelfIsNotDisposedOfHoweverItGotAway() {
        Barcode packed = ground.cartridge();
        disposals.ask(packed, "worn out", ground.operator);
        cases.pack(ground.box(5), Set.of(packed), ground.operator);
        refused(() -> disposals.dispose(packed, "CERT-1", ground.manager), "in case");
        Barcode away = ground.cartridge();
        CaseId box = ground.box(5);
        disposals.ask(away, "worn out", ground.operator);
        cases.pack(box, Set.of(away), ground.operator);
        cases.seal(box, Ground.seal(), ground.operator);
        cases.depart(box, new Ref("consignment", "x"), ground.officer);
        refused(() -> disposals.dispose(away, "CERT-1", ground.manager), "on its way");
        Barcode lost = ground.cartridge();
        disposals.ask(lost, "worn out", ground.operator);
        cartridges.lost(Set.of(lost), new Ref("consignment", "x"), ground.manager);
        refused(() -> disposals.dispose(lost, "CERT-1", ground.manager), "lost");
    }

    @Test
    void aRequestTakenBackIsNoRequest() {
        Barcode one = ground.cartridge();
        disposals.ask(one, "worn out", ground.operator);
        disposals.withdraw(one, "still readable", ground.operator);
        refused(() -> disposals.dispose(one, "CERT-1", ground.manager), "Nobody has asked");
        refused(() -> disposals.withdraw(one, "again", ground.operator), "Nobody has asked");
    }

    @Test
    void aDisposedCartridgeComesBackInNoWay() {
        Barcode one = ground.cartridge();
        disposals.ask(one, "worn out", ground.operator);
        disposals.dispose(one, "CERT-1", ground.manager);
        CaseId box = ground.box(5);
        refused(() -> cases.pack(box, Set.of(one), ground.operator), "disposed of");
        refused(() -> cartridges.found(one, ground.tower, ground.officer), "disposed of");
        refused(() -> cartridges.lost(Set.of(one), new Ref("consignment", "x"), ground.manager), "disposed of");
        refused(() -> cartridges.hold(one, "court", ground.manager), "disposed of");
        refused(() -> disposals.ask(one, "again", ground.operator), "disposed of");
        refused(() -> disposals.withdraw(one, "no", ground.operator), "Nobody has asked");
    }

    private static void refused(ThrowingCallable act, String why) {
        assertThatThrownBy(act).isInstanceOf(MediaRefused.class).hasMessageContaining(why);
    }
}
