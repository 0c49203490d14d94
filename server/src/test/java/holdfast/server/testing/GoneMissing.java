package holdfast.server.testing;

import holdfast.server.access.Language;
import holdfast.server.access.Role;
import holdfast.server.custody.ConsignmentId;
import holdfast.server.custody.Consignments;
import holdfast.server.custody.NewConsignment;
import holdfast.server.incident.IncidentId;
import holdfast.server.incident.Incidents;
import holdfast.server.media.Cartridges;
import holdfast.server.media.CaseId;
import holdfast.server.media.Cases;
import holdfast.server.media.Classification;
import holdfast.server.media.NewCartridge;
import holdfast.server.media.Origin;
import holdfast.server.media.SealNumber;
import holdfast.server.place.Places;
import holdfast.server.place.Site;
import holdfast.server.place.SiteId;
import holdfast.server.procedure.Guidelines;
import holdfast.server.record.ActorId;
import holdfast.server.watch.Watch;
import holdfast.tape.Barcode;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;

/** A case that left with a consignment on the whole server and was never received, and everybody who had a part in it. */
public final class GoneMissing {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    public final SiteId from;
    public final SiteId to;
    public final ActorId planner;
    public final ActorId giver;
    public final ActorId carrier;
    public final ActorId receiver;
    public final Set<Barcode> cartridges = new TreeSet<>();
    public final SealNumber seal;
    public final ConsignmentId consignment;
    public final IncidentId incident;

    private final Staff staff;
    private final Places places;
    private final int number = NUMBERS.incrementAndGet();

    /** Sends cartridges on a trip of one leg, and lets its due time pass. */
    public GoneMissing(ApplicationContext server, int howMany) {
        this.staff = server.getBean(Staff.class);
        this.places = server.getBean(Places.class);
        SettableClock clock = server.getBean(SettableClock.class);
        this.from = site("gone-from-");
        this.to = site("gone-to-");
        this.planner = posted(from, Role.OPERATOR);
        this.giver = posted(from, Role.SITE_OFFICER);
        this.carrier = posted(to, Role.COURIER, Role.SITE_OFFICER);
        this.receiver = posted(to, Role.SITE_OFFICER);
        staff.person(Role.HEAD);
        acknowledge(server.getBean(Guidelines.class));
        CaseId box = packed(server, howMany);
        seal = new SealNumber("GONE-" + number);
        server.getBean(Cases.class).seal(box, seal, planner);
        Consignments consignments = server.getBean(Consignments.class);
        this.consignment = consignments.plan(
                new NewConsignment(
                        from, to, Set.of(box), carrier, clock.instant().plus(Duration.ofMinutes(50))),
                planner);
        consignments.release(
                consignment, consignments.departure(consignment, giver).confirm(seal), giver);
        consignments.take(consignment, consignments.taking(consignment).confirm(seal), carrier);
        clock.advance(Duration.ofMinutes(81));
        server.getBean(Watch.class).ringDue();
        this.incident = server.getBean(Incidents.class)
                .about(consignment.ref())
                .orElseThrow()
                .id();
    }

    private void acknowledge(Guidelines guidelines) {
        int inForce = guidelines
                .inForce()
                .orElseGet(() -> guidelines.issue(guidelines.suggested(), staff.person(Role.MANAGER)))
                .number();
        guidelines.acknowledge(inForce, Language.EN, carrier);
    }

    private CaseId packed(ApplicationContext server, int howMany) {
        for (int i = 0; i < howMany; i++) {
            Barcode barcode = new Barcode("GM%03d%dL9".formatted(number, i));
            server.getBean(Cartridges.class)
                    .register(
                            new NewCartridge(
                                    barcode,
                                    "Maker",
                                    "LTO-9",
                                    "G" + number + i,
                                    Classification.RESTRICTED,
                                    new Origin.Holdfast(),
                                    from),
                            planner);
            server.getBean(holdfast.server.keys.CartridgeKeys.class).create(barcode, planner);
            cartridges.add(barcode);
        }
        Cases cases = server.getBean(Cases.class);
        CaseId box = new CaseId("GONE-" + number);
        cases.register(box, "proof", "lock 1", 20, from, planner);
        cases.pack(box, cartridges, planner);
        return box;
    }

    /** Somebody new with these roles, posted at a site. */
    public ActorId posted(SiteId site, Role... roles) {
        ActorId person = staff.person(roles);
        places.post(person, site, staff.administrator());
        return person;
    }

    private SiteId site(String name) {
        return places.add(new Site(new SiteId(name + number), name + number, "", "", ""), staff.administrator())
                .id();
    }
}
