package holdfast.server.custody;

import holdfast.server.access.Language;
import holdfast.server.access.Role;
import holdfast.server.media.Cartridges;
import holdfast.server.media.CaseId;
import holdfast.server.media.Cases;
import holdfast.server.media.SealNumber;
import holdfast.server.place.SiteId;
import holdfast.server.procedure.Findings;
import holdfast.server.procedure.Guidelines;
import holdfast.server.procedure.ProcedureModule;
import holdfast.server.procedure.Procedures;
import holdfast.server.record.ActorId;
import holdfast.server.testing.SettableClock;
import holdfast.tape.Barcode;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A small office around the real custody services: two sites and a hub, officers, couriers, seniors. Media, record, watch
 * and people are in memory; consignments are in the real database.
 */
final class Office {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final SettableClock clock = new SettableClock();
    final FakeRecord record = new FakeRecord(clock);
    final FakePeople people = new FakePeople();
    final FakePlaces places = new FakePlaces();
    final FakeWatch watch = new FakeWatch();
    final FakeMedia media = new FakeMedia(record, clock);
    final Cases cases = media.cases();
    final Cartridges cartridges = media.cartridges();
    final List<Object> events = new ArrayList<>();

    final SiteId tower = places.add("tower");
    final SiteId hub = places.add("hub");
    final SiteId queensway = places.add("queensway");
    final ActorId operator = posted("operator", tower, Role.OPERATOR);
    final ActorId giver = posted("officer-a", tower, Role.SITE_OFFICER);
    final ActorId giver2 = posted("officer-a2", tower, Role.SITE_OFFICER);
    final ActorId carrier = people.add("officer-b", Role.COURIER);
    final ActorId carrier2 = people.add("officer-b2", Role.COURIER);
    final ActorId receiver = posted("officer-c", queensway, Role.SITE_OFFICER);
    final ActorId receiver2 = posted("officer-c2", queensway, Role.SITE_OFFICER);
    final ActorId hubOfficer = posted("officer-h", hub, Role.SITE_OFFICER);
    /** Everything in one person: what such a person may not do shows that the rules look at acts, not at roles. */
    final ActorId allRoles = posted(
            "everybody", tower, Role.OPERATOR, Role.SITE_OFFICER, Role.COURIER, Role.MANAGER, Role.HEAD, Role.DPO);

    final ActorId manager = people.add("manager", Role.MANAGER);
    final ActorId head = people.add("head", Role.HEAD);
    final ActorId dpo = people.add("dpo", Role.DPO);
    final ActorId auditor = people.add("auditor", Role.AUDITOR);
    final ActorId admin = people.add("admin", Role.ADMINISTRATOR);

    final Procedures procedures;
    final Guidelines guidelines;
    final DeviceService devices;
    final LadderService ladders;
    final Consignments consignments;

    Office(JdbcClient jdbc, PlatformTransactionManager transactions) {
        places.post(allRoles, queensway, admin);
        procedures = ProcedureModule.procedures(jdbc, transactions, record, people, clock);
        guidelines = ProcedureModule.guidelines(jdbc, transactions, record, people, clock);
        devices = new DeviceService(jdbc, record, people, clock);
        ladders = new LadderService(jdbc, people, places, people, record);
        consignments = wire(jdbc, transactions);
        guidelines.issue(guidelines.suggested(), manager);
        for (ActorId one : List.of(carrier, carrier2, allRoles)) {
            guidelines.acknowledge(guidelines.inForce().orElseThrow().number(), Language.EN, one);
        }
    }

    private Consignments wire(JdbcClient jdbc, PlatformTransactionManager transactions) {
        HandOverStore handOvers = new HandOverStore(jdbc);
        ConsignmentStore store = new ConsignmentStore(jdbc, handOvers);
        DeclarationStore declarations = new DeclarationStore(jdbc, record);
        FactFinder facts = new FactFinder(cases, cartridges, people, places, guidelines, declarations);
        Departures departures = new Departures(store, facts, cases, cartridges, record, procedures, clock);
        Signing signing = new Signing(devices, handOvers, record, clock);
        Trip trip = new Trip(places);
        Planning planning = new Planning(store, declarations, cases, people, places, people, record, clock);
        Releases releases = new Releases(store, departures, signing, trip, ladders, cases, cartridges, watch, people);
        Seniors seniors = new Seniors(people, record, ZoneOffset.UTC);
        Arrivals arrivals = new Arrivals(store, cases, cartridges);
        Alarms alarms = new Alarms(store, ladders, watch, seniors, events::add, clock);
        Receipts receipts = new Receipts(store, signing, trip, arrivals, alarms, cases, people, clock);
        Settlement settlement = new Settlement(store, watch);
        Losses losses =
                new Losses(store, cases, cartridges, watch, settlement, seniors, people, record, events::add, clock);
        Finds finds =
                new Finds(store, trip, cases, cartridges, settlement, seniors, people, record, events::add, clock);
        return new ConsignmentService(
                store,
                declarations,
                planning,
                departures,
                releases,
                receipts,
                losses,
                finds,
                record,
                seniors,
                transactions);
    }

    private ActorId posted(String name, SiteId site, Role... roles) {
        ActorId person = people.add(name, roles);
        places.post(person, site, person);
        return person;
    }

    /** Numbers that no other test in this JVM uses, since the database is shared. */
    Barcode newCartridge() {
        return cartridges
                .register(FakeMedia.cartridge("T" + (100_000 + NUMBERS.incrementAndGet()) + "L9", tower), operator)
                .barcode();
    }

    CaseId newCase() {
        return cases.register(new CaseId("K-" + NUMBERS.incrementAndGet()), "proof", "lock 1", 20, tower, operator)
                .id();
    }

    SealNumber newSeal() {
        return new SealNumber("S" + NUMBERS.incrementAndGet());
    }

    /** A packed and sealed case. */
    Packed packed(int howMany) {
        CaseId box = newCase();
        Set<Barcode> inside = new TreeSet<>();
        for (int i = 0; i < howMany; i++) {
            inside.add(newCartridge());
        }
        cases.pack(box, inside, operator);
        SealNumber seal = newSeal();
        cases.seal(box, seal, operator);
        return new Packed(box, seal, inside);
    }

    record Packed(CaseId box, SealNumber seal, Set<Barcode> inside) {}

    ConsignmentId planned(Packed packed) {
        return consignments.plan(
                new NewConsignment(
                        tower,
                        queensway,
                        Set.of(packed.box()),
                        carrier,
                        clock.instant().plus(Duration.ofMinutes(50))),
                operator);
    }

    HandOver release(ConsignmentId id, Packed packed) {
        return consignments.release(id, consignments.departure(id, giver).confirm(packed.seal()), giver);
    }

    HandOver take(ConsignmentId id, Packed packed) {
        return consignments.take(id, consignments.taking(id).confirm(packed.seal()), carrier);
    }

    /** A consignment on its way. */
    ConsignmentId onTheWay(Packed packed) {
        ConsignmentId id = planned(packed);
        release(id, packed);
        take(id, packed);
        return id;
    }

    Findings findings(ConsignmentId id) {
        return consignments.departure(id, giver).findings();
    }
}
