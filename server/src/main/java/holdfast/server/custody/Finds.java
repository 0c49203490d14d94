package holdfast.server.custody;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.custody.Consignment.TravelState;
import holdfast.server.custody.Consignment.Travelling;
import holdfast.server.custody.RefusedException.Reason;
import holdfast.server.delivery.News;
import holdfast.server.media.Cartridge;
import holdfast.server.media.Cartridges;
import holdfast.server.media.CaseId;
import holdfast.server.media.Cases;
import holdfast.server.media.Whereabouts;
import holdfast.server.place.SiteId;
import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import holdfast.server.record.Recorder;
import holdfast.tape.Barcode;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes back what was missing or lost. Runs in its caller's transaction. */
@Component
class Finds {

    private final ConsignmentStore store;
    private final Trip trip;
    private final Cases cases;
    private final Cartridges cartridges;
    private final Settlement settlement;
    private final Seniors seniors;
    private final Permits permits;
    private final Recorder recorder;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Finds(
            ConsignmentStore store,
            Trip trip,
            Cases cases,
            Cartridges cartridges,
            Settlement settlement,
            Seniors seniors,
            Permits permits,
            Recorder recorder,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.trip = trip;
        this.cases = cases;
        this.cartridges = cartridges;
        this.settlement = settlement;
        this.seniors = seniors;
        this.permits = permits;
        this.recorder = recorder;
        this.events = events;
        this.clock = clock;
    }

    void found(Barcode cartridge, SiteId at, String circumstances, ActorId by) {
        permits.demand(by, Role.SITE_OFFICER, Role.OPERATOR);
        Optional<ConsignmentId> id = store.missing(cartridge).stream().findFirst();
        if (id.isEmpty()) {
            fromNoJourney(cartridge, at, circumstances, by);
            return;
        }
        Consignment consignment = store.lock(id.get());
        Leg leg = check(consignment, Set.of(cartridge), at, circumstances, by);
        EntryId entry = record(consignment, List.of(), Set.of(cartridge), at, circumstances, by);
        cartridges.found(cartridge, at, by);
        settle(consignment, leg, Set.of(cartridge), at, circumstances, by, entry);
    }

    /** It was lost from its shelf: no trip has people to keep out, and no due time ends. */
    private void fromNoJourney(Barcode cartridge, SiteId at, String circumstances, ActorId by) {
        Cartridge lost = cartridges
                .find(cartridge)
                .filter(one -> one.whereabouts() instanceof Whereabouts.Lost)
                .orElseThrow(
                        () -> new RefusedException(Reason.WRONG_STATE, "refused.cartridge-not-missing", cartridge));
        if (lost.lastProven().who().equals(by)) {
            throw new RefusedException(Reason.SAME_PERSON, "refused.last-holder", cartridge);
        }
        trip.demandPosted(by, at);
        demandWords(circumstances);
        recorder.record(
                by,
                "cartridge.found-again",
                Map.of("at", at, "circumstances", circumstances, "cartridges", List.of(cartridge.value())),
                Refs.of(cartridge));
        cartridges.found(cartridge, at, by);
        seniors.tell(
                new News(
                        Phrase.of("told.found.subject", cartridge.value()),
                        Phrase.of("told.found.body", seniors.name(by), at.value(), circumstances),
                        Refs.of(cartridge)),
                Role.HEAD,
                Role.MANAGER,
                Role.DPO);
    }

    private static void demandWords(String circumstances) {
        if (circumstances.isBlank()) {
            throw new RefusedException(Reason.INVALID, "refused.how-back");
        }
    }

    void foundCase(CaseId box, SiteId at, Set<Barcode> counted, String circumstances, ActorId by) {
        permits.demand(by, Role.SITE_OFFICER, Role.OPERATOR);
        ConsignmentId id = store.lastLeftWith(box)
                .orElseThrow(() -> new RefusedException(Reason.WRONG_STATE, "refused.case-never-left", box));
        Consignment consignment = store.lock(id);
        Set<Barcode> back = outstanding(consignment);
        back.retainAll(counted);
        Leg leg = check(consignment, back, at, circumstances, by);
        EntryId entry = record(consignment, List.of(box), back, at, circumstances, by);
        cases.found(box, at, back, by);
        store.disengage(id, box);
        settle(consignment, leg, back, at, circumstances, by, entry);
    }

    private Leg check(Consignment consignment, Set<Barcode> back, SiteId at, String circumstances, ActorId by) {
        trip.demandPosted(by, at);
        Leg leg = consignment.legs().reversed().stream()
                .filter(one -> one.expectation().isPresent())
                .findFirst()
                .orElseThrow();
        Trip.demandUninvolved(consignment, leg, by);
        demandWords(circumstances);
        boolean onlyArrived = consignment.in(TravelState.TRAVELLING).stream().anyMatch(back::contains);
        if (onlyArrived && (at.equals(leg.to()) || at.equals(leg.from()))) {
            // Else the blind count, and the seal with it, could be gone round.
            throw new RefusedException(Reason.WRONG_STATE, "refused.not-counted-yet", consignment.id());
        }
        return leg;
    }

    private EntryId record(
            Consignment consignment,
            List<CaseId> boxes,
            Set<Barcode> back,
            SiteId at,
            String circumstances,
            ActorId by) {
        return recorder.record(
                by,
                "cartridge.found-again",
                Map.of(
                        "at", at,
                        "circumstances", circumstances,
                        "cartridges", sorted(back)),
                Refs.of(consignment.id(), boxes, back));
    }

    private void settle(
            Consignment before,
            Leg leg,
            Set<Barcode> back,
            SiteId at,
            String circumstances,
            ActorId by,
            EntryId entry) {
        ConsignmentId id = before.id();
        store.cartridges(id, back, TravelState.FOUND);
        cartridges.proven(back, by, at.value(), entry);
        Set<Barcode> lost = before.in(TravelState.LOST);
        back.forEach(one -> events.publishEvent(
                new CartridgeFound(id, one, at, circumstances, lost.contains(one), by, clock.instant())));
        seniors.tell(
                new News(
                        Phrase.of("told.found-some.subject", id.value(), back.size()),
                        Phrase.of("told.found-some.body", seniors.name(by), at.value(), circumstances, sorted(back)),
                        id.ref()),
                Role.HEAD,
                Role.MANAGER,
                Role.DPO);
        settlement.settle(id, leg, by);
    }

    private static Set<Barcode> outstanding(Consignment consignment) {
        Set<Barcode> outstanding = new HashSet<>(consignment.open());
        outstanding.addAll(consignment.in(TravelState.LOST));
        return consignment.cartridges().stream()
                .map(Travelling::barcode)
                .filter(outstanding::contains)
                .collect(Collectors.toSet());
    }

    private static List<String> sorted(Set<Barcode> barcodes) {
        return barcodes.stream().map(Barcode::value).sorted().toList();
    }
}
