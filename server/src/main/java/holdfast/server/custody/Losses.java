package holdfast.server.custody;

import holdfast.server.access.People;
import holdfast.server.access.Permits;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.custody.Consignment.TravelState;
import holdfast.server.custody.Consignment.Travelling;
import holdfast.server.custody.RefusedException.Reason;
import holdfast.server.delivery.Alert;
import holdfast.server.delivery.Delivery;
import holdfast.server.media.Cartridges;
import holdfast.server.media.CaseId;
import holdfast.server.media.Cases;
import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import holdfast.server.record.Recorder;
import holdfast.server.watch.Watch;
import holdfast.tape.Barcode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Confirms that something is lost, takes back what is found, closes inspections. Runs in its caller's transaction. */
@Component
class Losses {

    private final ConsignmentStore store;
    private final Trip trip;
    private final Cases cases;
    private final Cartridges cartridges;
    private final Watch watch;
    private final Delivery delivery;
    private final People people;
    private final Permits permits;
    private final Recorder recorder;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Losses(
            ConsignmentStore store,
            Trip trip,
            Cases cases,
            Cartridges cartridges,
            Watch watch,
            Delivery delivery,
            People people,
            Permits permits,
            Recorder recorder,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.trip = trip;
        this.cases = cases;
        this.cartridges = cartridges;
        this.watch = watch;
        this.delivery = delivery;
        this.people = people;
        this.permits = permits;
        this.recorder = recorder;
        this.events = events;
        this.clock = clock;
    }

    void confirmLost(ConsignmentId id, Set<Barcode> lost, String basis, ActorId by) {
        permits.demand(by, Role.MANAGER, Role.HEAD, Role.DPO);
        Consignment consignment = store.lock(id);
        Leg leg = Trip.underway(consignment);
        demandUntouched(consignment, leg, by);
        if (basis.isBlank() || lost.isEmpty() || !consignment.open().containsAll(lost)) {
            throw new RefusedException(
                    Reason.INVALID,
                    "Name cartridges of consignment " + id + " that have not arrived, and say what was searched.");
        }
        Instant now = clock.instant();
        recorder.record(
                by,
                "loss.confirmed",
                Map.of("basis", basis, "cartridges", sorted(lost), "leg", leg.number()),
                Refs.of(id, List.of(), lost));
        store.cartridges(id, lost, TravelState.LOST);
        loseMedia(consignment, lost, by);
        events.publishEvent(new LossConfirmed(id, lost, basis, by, now));
        settle(id, leg, "confirmed lost: " + basis, by);
    }

    void found(Barcode cartridge, SiteId at, String circumstances, ActorId by) {
        permits.demand(by, Role.SITE_OFFICER, Role.OPERATOR);
        ConsignmentId id = store.missing(cartridge).stream()
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        Reason.WRONG_STATE, "Cartridge " + cartridge + " is neither missing nor lost in transit."));
        Consignment consignment = store.lock(id);
        trip.demandPosted(by, at);
        Leg leg = lastDeparted(consignment);
        demandUntouched(consignment, leg, by);
        if (circumstances.isBlank()) {
            throw new RefusedException(Reason.INVALID, "Say how the cartridge came back, and who brought it.");
        }
        boolean wasLost = consignment.in(TravelState.LOST).contains(cartridge);
        EntryId entry = recorder.record(
                by,
                "cartridge.foundAgain",
                Map.of("at", at, "circumstances", circumstances, "wasLost", wasLost),
                Refs.of(id, List.of(), List.of(cartridge)));
        store.cartridges(id, Set.of(cartridge), TravelState.FOUND);
        cartridges.found(cartridge, at, by);
        cartridges.proven(Set.of(cartridge), by, at.value(), entry);
        events.publishEvent(new CartridgeFound(id, cartridge, at, circumstances, wasLost, by, clock.instant()));
        // One officer's word ends the alarm for this cartridge, so those above hear of it at once.
        tellSeniors(id, "Cartridge " + cartridge + " is back", by + " reports it at " + at + ": " + circumstances);
        if (leg.state().underway()) {
            settle(id, leg, "found again", by);
        }
    }

    void settleInspection(ConsignmentId id, String finding, ActorId by) {
        permits.demand(by, Role.MANAGER, Role.HEAD, Role.DPO);
        Consignment consignment = store.lock(id);
        Leg leg = consignment.legs().stream()
                .filter(one -> one.inspection().isPresent())
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        Reason.WRONG_STATE, "Nothing of consignment " + id + " waits for an inspection."));
        demandUntouched(consignment, leg, by);
        if (finding.isBlank()) {
            throw new RefusedException(Reason.INVALID, "Say what was found out.");
        }
        recorder.record(by, "inspection.settled", Map.of("finding", finding, "leg", leg.number()), id.ref());
        watch.fulfil(leg.inspection().orElseThrow(), by);
        store.noInspection(id, leg.number());
    }

    /** Cases of which nothing has arrived are lost with their contents; single cartridges of the others are lost alone. */
    private void loseMedia(Consignment before, Set<Barcode> lost, ActorId by) {
        Set<Barcode> alone = new HashSet<>(lost);
        for (CaseId box : before.cases()) {
            Set<Barcode> inside = before.cartridges().stream()
                    .filter(one -> one.box().equals(box))
                    .map(Travelling::barcode)
                    .collect(Collectors.toSet());
            boolean gone = cases.box(box).site().isEmpty() && !inside.isEmpty() && lost.containsAll(inside);
            if (gone) {
                cases.lost(box, before.id().ref(), by);
                store.disengage(before.id(), box);
                alone.removeAll(inside);
            }
        }
        if (!alone.isEmpty()) {
            cartridges.lost(alone, before.id().ref(), by);
        }
    }

    /** Ends the wait if nothing is open any more. */
    private void settle(ConsignmentId id, Leg leg, String reason, ActorId by) {
        Consignment now = store.consignment(id);
        if (!now.open().isEmpty()) {
            store.state(id, leg.number(), LegState.PARTIAL);
            return;
        }
        boolean anyLost = !now.in(TravelState.LOST).isEmpty();
        store.state(id, leg.number(), anyLost ? LegState.LOST : LegState.ARRIVED);
        if (anyLost) {
            tellSeniors(id, "Loss confirmed: " + id, reason);
        }
        watch.fulfil(leg.expectation().orElseThrow(), by);
        boolean nothingLeft = store.engaged(id).isEmpty();
        if (nothingLeft || leg.number() == now.legs().size()) {
            store.cancelAfter(id, leg.number());
            store.disengage(id);
        }
    }

    private static Leg lastDeparted(Consignment consignment) {
        return consignment.legs().reversed().stream()
                .filter(leg -> leg.expectation().isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static void demandUntouched(Consignment consignment, Leg leg, ActorId by) {
        if (Trip.touched(consignment, leg).contains(by)) {
            throw new RefusedException(
                    Reason.SAME_PERSON,
                    "You planned, gave, carried or counted consignment " + consignment.id()
                            + ". Somebody who had no part in it must do this.");
        }
    }

    private void tellSeniors(ConsignmentId id, String subject, String body) {
        Set<ActorId> seniors = new HashSet<>();
        for (Role role : List.of(Role.HEAD, Role.MANAGER, Role.DPO)) {
            people.holding(role).stream().map(Person::id).forEach(seniors::add);
        }
        seniors.forEach(senior -> delivery.tell(senior, new Alert(subject, body, id.ref())));
    }

    private static List<String> sorted(Set<Barcode> barcodes) {
        return barcodes.stream().map(Barcode::value).sorted().toList();
    }
}
