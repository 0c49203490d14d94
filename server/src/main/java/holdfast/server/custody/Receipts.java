package holdfast.server.custody;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.custody.Consignment.TravelState;
import holdfast.server.custody.Consignment.Travelling;
import holdfast.server.custody.HandOver.Kind;
import holdfast.server.custody.RefusedException.Reason;
import holdfast.server.media.CaseId;
import holdfast.server.media.Cases;
import holdfast.server.media.SealNumber;
import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import holdfast.tape.Barcode;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Blind counts, at the end of a leg or back at its start. Runs in its caller's transaction. */
@Component
class Receipts {

    private final ConsignmentStore store;
    private final Signing signing;
    private final Trip trip;
    private final Arrivals arrivals;
    private final Alarms alarms;
    private final Cases cases;
    private final Permits permits;
    private final InstantSource clock;

    Receipts(
            ConsignmentStore store,
            Signing signing,
            Trip trip,
            Arrivals arrivals,
            Alarms alarms,
            Cases cases,
            Permits permits,
            InstantSource clock) {
        this.store = store;
        this.signing = signing;
        this.trip = trip;
        this.arrivals = arrivals;
        this.alarms = alarms;
        this.cases = cases;
        this.permits = permits;
        this.clock = clock;
    }

    Receipt receive(ConsignmentId id, BlindCount count, ActorId receiver) {
        permits.demand(receiver, Role.SITE_OFFICER, Role.OPERATOR);
        Consignment consignment = store.lock(id);
        String statement = Statements.count(id, count);
        Optional<HandOver> known = signing.known(count.id(), statement, receiver);
        if (known.isPresent()) {
            return Outcome.read(known.get().shown()).receipt(known.get());
        }
        Leg leg = leg(consignment, count);
        trip.demandPosted(receiver, count.at());
        demandOutsideTrip(leg, receiver);
        signing.check(receiver, statement, count.signature(), count.signedAt());

        Outcome outcome = Outcome.of(expected(consignment, leg, count.at()), count);
        HandOver received = keep(consignment, leg, count, outcome, receiver, statement);
        if (leg.state().underway()) {
            arrivals.book(consignment, leg, count, outcome, received);
            alarms.counted(store.consignment(id), leg, outcome, receiver);
        }
        return outcome.receipt(received);
    }

    /** The leg that is under way; for a count that was signed offline and comes late, the one it can only belong to. */
    private static Leg leg(Consignment consignment, BlindCount count) {
        Leg leg = consignment.leg();
        if (!leg.state().underway()) {
            if (count.signature().isEmpty()) {
                throw new RefusedException(Reason.WRONG_STATE, "refused.receive-nothing", consignment.id());
            }
            leg = consignment.legs().reversed().stream()
                    .filter(one -> !one.handOvers().isEmpty() && one.to().equals(count.at()))
                    .findFirst()
                    .orElseThrow(() -> new RefusedException(Reason.WRONG_STATE, "refused.never-to", count.at()));
        }
        if (!count.at().equals(leg.to()) && !count.at().equals(leg.from())) {
            throw new RefusedException(
                    Reason.WRONG_PERSON, "refused.on-another-way", consignment.id(), leg.from(), leg.to(), count.at());
        }
        return leg;
    }

    private static void demandOutsideTrip(Leg leg, ActorId receiver) {
        Trip.demandApart(receiver, leg.carrier(), "part.carrier");
        leg.last(Kind.RELEASE).ifPresent(release -> Trip.demandApart(receiver, release.by(), "part.giver"));
    }

    private Outcome.Expected expected(Consignment consignment, Leg leg, SiteId at) {
        Map<CaseId, SealNumber> boxes = new HashMap<>();
        store.seals(consignment.id()).forEach((box, seal) -> {
            if (stillOut(box, leg)) {
                boxes.put(box, seal);
            }
        });
        boxes.keySet().retainAll(store.engaged(consignment.id()));
        Set<Barcode> openNow = leg.state().underway() ? consignment.open() : Set.of();
        Map<Barcode, CaseId> open = consignment.cartridges().stream()
                .filter(one -> openNow.contains(one.barcode()))
                .collect(Collectors.toMap(Travelling::barcode, Travelling::box));
        Set<Barcode> settled = consignment.cartridges().stream()
                .map(Travelling::barcode)
                .filter(one -> !openNow.contains(one))
                .collect(Collectors.toCollection(HashSet::new));
        boolean last = leg.number() == consignment.legs().size();
        boolean underSeal = !last || at.equals(leg.from());
        return new Outcome.Expected(
                boxes,
                open,
                consignment.cases(),
                settled,
                underSeal,
                clock.instant().isAfter(leg.due()));
    }

    /** A case is out while it is in transit, or was released and its taking never confirmed. */
    private boolean stillOut(CaseId box, Leg leg) {
        Optional<SiteId> site = cases.box(box).site();
        return site.isEmpty() || (leg.state() == LegState.RELEASED && site.get().equals(leg.from()));
    }

    private HandOver keep(
            Consignment consignment, Leg leg, BlindCount count, Outcome outcome, ActorId receiver, String statement) {
        Map<String, Object> facts = outcome.facts();
        String shown = Canonical.json(facts);
        facts.put("untaken", leg.state() == LegState.RELEASED);
        facts.put("afterwards", !leg.state().underway());
        Set<Barcode> about = new HashSet<>(consignment.in(TravelState.TRAVELLING));
        about.addAll(outcome.missing());
        about.addAll(count.cartridges());
        return signing.keep(
                new Signing.Draft(
                        count.id(),
                        Kind.RECEIVE,
                        consignment,
                        leg,
                        receiver,
                        count.signedAt(),
                        count.at(),
                        count.seals(),
                        shown,
                        statement,
                        count.signature()),
                "handover.received",
                facts,
                Refs.of(consignment.id(), count.seals().keySet(), about));
    }
}
