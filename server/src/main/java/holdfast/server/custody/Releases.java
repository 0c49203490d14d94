package holdfast.server.custody;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.custody.HandOver.Kind;
import holdfast.server.custody.RefusedException.Reason;
import holdfast.server.media.Cartridges;
import holdfast.server.media.CaseId;
import holdfast.server.media.Cases;
import holdfast.server.media.SealNumber;
import holdfast.server.record.ActorId;
import holdfast.server.watch.DueId;
import holdfast.server.watch.Expectation;
import holdfast.server.watch.Watch;
import holdfast.tape.Barcode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The two sides of a departure: the giver lets go, the carrier takes. Runs in its caller's transaction. */
@Component
class Releases {

    private final ConsignmentStore store;
    private final Departures departures;
    private final Signing signing;
    private final Trip trip;
    private final LadderService ladders;
    private final Cases cases;
    private final Cartridges cartridges;
    private final Watch watch;
    private final Permits permits;

    Releases(
            ConsignmentStore store,
            Departures departures,
            Signing signing,
            Trip trip,
            LadderService ladders,
            Cases cases,
            Cartridges cartridges,
            Watch watch,
            Permits permits) {
        this.store = store;
        this.departures = departures;
        this.signing = signing;
        this.trip = trip;
        this.ladders = ladders;
        this.cases = cases;
        this.cartridges = cartridges;
        this.watch = watch;
        this.permits = permits;
    }

    HandOver release(ConsignmentId id, Confirmation confirmation, ActorId giver) {
        permits.demand(giver, Role.SITE_OFFICER, Role.OPERATOR);
        Consignment consignment = store.lock(id);
        String statement = Statements.confirmation(id, Kind.RELEASE, confirmation);
        Optional<HandOver> known = signing.known(confirmation.id(), statement, giver);
        if (known.isPresent()) {
            return known.get();
        }
        Leg leg = next(consignment);
        trip.demandPosted(giver, leg.from());
        Trip.demandApart(giver, leg.carrier(), "part.carrier");
        DepartureView view = departures.view(consignment, leg, giver);
        Map<CaseId, Set<Barcode>> load = departures.load(consignment, leg);
        check(view, load, confirmation, giver, statement);

        load.forEach((box, barcodes) -> {
            store.sealed(id, box, sealOf(box));
            barcodes.forEach(barcode -> store.travels(id, barcode, box));
        });
        HandOver released = keep(consignment, leg, Kind.RELEASE, view, load, confirmation, giver, statement);
        cartridges.proven(Departures.all(load), giver, leg.from().value(), released.entry());
        store.released(id, leg.number(), expect(consignment, leg, giver));
        return released;
    }

    HandOver take(ConsignmentId id, Confirmation confirmation, ActorId carrier) {
        permits.demand(carrier, Role.COURIER);
        Consignment consignment = store.lock(id);
        String statement = Statements.confirmation(id, Kind.TAKE, confirmation);
        Optional<HandOver> known = signing.known(confirmation.id(), statement, carrier);
        if (known.isPresent()) {
            return known.get();
        }
        Leg leg = released(consignment);
        if (!leg.carrier().equals(carrier)) {
            throw new RefusedException(Reason.WRONG_PERSON, "refused.released-to-other", id, leg.carrier());
        }
        ActorId giver = leg.last(Kind.RELEASE).orElseThrow().by();
        Trip.demandApart(carrier, giver, "part.giver");
        DepartureView view = departures.view(consignment, leg, giver);
        Map<CaseId, Set<Barcode>> load = departures.load(consignment, leg);
        check(view, load, confirmation, carrier, statement);
        demandAsReleased(consignment, load);

        HandOver taken = keep(consignment, leg, Kind.TAKE, view, load, confirmation, carrier, statement);
        load.keySet().forEach(box -> cases.depart(box, id.ref(), carrier));
        cartridges.proven(Departures.all(load), carrier, id.ref().toString(), taken.entry());
        store.state(id, leg.number(), LegState.ON_THE_WAY);
        return taken;
    }

    /** The leg that waits for its carrier. */
    static Leg released(Consignment consignment) {
        return consignment.legs().stream()
                .filter(leg -> leg.state() == LegState.RELEASED)
                .findFirst()
                .orElseThrow(
                        () -> new RefusedException(Reason.WRONG_STATE, "refused.nothing-to-take", consignment.id()));
    }

    /** The leg that departs next: planned, and everything before it received or confirmed lost. */
    static Leg next(Consignment consignment) {
        Leg leg = consignment.leg();
        if (leg.state() != LegState.PLANNED) {
            throw new RefusedException(Reason.WRONG_STATE, "refused.not-waiting", consignment.id());
        }
        return leg;
    }

    private void check(
            DepartureView view,
            Map<CaseId, Set<Barcode>> load,
            Confirmation confirmation,
            ActorId by,
            String statement) {
        signing.check(by, statement, confirmation.signature(), confirmation.signedAt());
        if (!view.findings().permits()) {
            throw new RefusedException(
                    Reason.FORBIDDEN_BY_PROCEDURE,
                    "refused.forbidden-by-procedure",
                    view.findings().version(),
                    view.findings().said());
        }
        if (!view.shown().equals(confirmation.shown())) {
            throw new RefusedException(Reason.STALE, "refused.stale");
        }
        for (CaseId box : load.keySet()) {
            SealNumber read = confirmation.sealsRead().get(box);
            // The right number is not told: who reads it wrong must read it again.
            if (read == null) {
                throw new RefusedException(Reason.WRONG_SEAL, "refused.seal-unread", box);
            }
            if (!read.equals(sealOf(box))) {
                throw new RefusedException(Reason.WRONG_SEAL, "refused.seal-differs", box);
            }
        }
    }

    private SealNumber sealOf(CaseId box) {
        return cases.box(box)
                .seal()
                .orElseThrow(() -> new RefusedException(Reason.WRONG_SEAL, "refused.case-unsealed", box));
    }

    /** Between release and taking nothing may have been packed, unpacked or sealed anew. */
    private void demandAsReleased(Consignment consignment, Map<CaseId, Set<Barcode>> load) {
        Map<CaseId, SealNumber> left = store.seals(consignment.id());
        boolean same = Departures.all(load).equals(consignment.in(Consignment.TravelState.TRAVELLING))
                && load.keySet().stream().allMatch(box -> sealOf(box).equals(left.get(box)));
        if (!same) {
            throw new RefusedException(Reason.STALE, "refused.opened-since");
        }
    }

    private DueId expect(Consignment consignment, Leg leg, ActorId giver) {
        Set<ActorId> involved = Trip.involved(consignment, leg);
        involved.add(giver);
        return watch.expect(
                new Expectation("receipt", consignment.id().ref(), leg.due(), ladders.rungs(leg, involved), involved),
                giver);
    }

    private HandOver keep(
            Consignment consignment,
            Leg leg,
            Kind kind,
            DepartureView view,
            Map<CaseId, Set<Barcode>> load,
            Confirmation confirmation,
            ActorId by,
            String statement) {
        return signing.keep(
                new Signing.Draft(
                        confirmation.id(),
                        kind,
                        consignment,
                        leg,
                        by,
                        confirmation.signedAt(),
                        leg.from(),
                        confirmation.sealsRead(),
                        view.facts(),
                        statement,
                        confirmation.signature()),
                kind == Kind.RELEASE ? "handover.released" : "handover.taken",
                Map.of(
                        "shown", view.shown(),
                        "procedure", view.findings().version(),
                        "personsIfLost", view.ifLost().exposure().persons(),
                        "due", leg.due(),
                        "carrier", leg.carrier()),
                Refs.of(consignment.id(), load));
    }
}
