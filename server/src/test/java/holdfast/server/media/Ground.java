package holdfast.server.media;

import holdfast.server.access.Role;
import holdfast.server.place.Places;
import holdfast.server.place.Site;
import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import holdfast.server.testing.Staff;
import holdfast.tape.Barcode;
import java.util.concurrent.atomic.AtomicInteger;

/** Two sites, some people and as many cartridges as a test of the media wants, all its own. */
final class Ground {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    final ActorId operator;
    final ActorId officer;
    final ActorId courier;
    final ActorId manager;
    final SiteId tower;
    final SiteId queensway;
    private final Cartridges cartridges;
    private final Cases cases;

    Ground(Staff staff, Places places, Cartridges cartridges, Cases cases) {
        this.cartridges = cartridges;
        this.cases = cases;
        this.operator = staff.person(Role.OPERATOR);
        this.officer = staff.person(Role.SITE_OFFICER);
        this.courier = staff.person(Role.COURIER);
        this.manager = staff.person(Role.MANAGER);
        this.tower = site(staff, places, "tower");
        this.queensway = site(staff, places, "queensway");
        places.post(officer, tower, staff.administrator());
    }

    private static SiteId site(Staff staff, Places places, String name) {
        SiteId id = new SiteId(name + "-m" + NUMBER.incrementAndGet());
        places.add(new Site(id, name, "", "", "1 Harbour Road"), staff.administrator());
        return id;
    }

    static Barcode barcode() {
        return new Barcode("ME%04dL9".formatted(NUMBER.incrementAndGet()));
    }

    Barcode cartridge() {
        return cartridge(new Origin.Holdfast());
    }

    Barcode cartridge(Origin origin) {
        Barcode barcode = barcode();
        cartridges.register(
                new NewCartridge(barcode, "Acme", "LTO-9", "SN" + barcode, Classification.RESTRICTED, origin, tower),
                operator);
        return barcode;
    }

    CaseId box(int slots) {
        CaseId id = new CaseId("C-" + NUMBER.incrementAndGet());
        cases.register(id, "shock-proof", "lock 7", slots, tower, operator);
        return id;
    }

    static SealNumber seal() {
        return new SealNumber("S-" + NUMBER.incrementAndGet());
    }
}
