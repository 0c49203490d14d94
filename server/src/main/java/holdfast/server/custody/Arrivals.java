package holdfast.server.custody;

import holdfast.server.custody.Consignment.TravelState;
import holdfast.server.custody.Consignment.Travelling;
import holdfast.server.media.Cartridge;
import holdfast.server.media.Cartridges;
import holdfast.server.media.CaseId;
import holdfast.server.media.Cases;
import holdfast.server.record.ActorId;
import holdfast.tape.Barcode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes what a count proved into the register of media and into the consignment's state. */
@Component
class Arrivals {

    private final ConsignmentStore store;
    private final Cases cases;
    private final Cartridges cartridges;

    Arrivals(ConsignmentStore store, Cases cases, Cartridges cartridges) {
        this.store = store;
        this.cases = cases;
        this.cartridges = cartridges;
    }

    void book(Consignment consignment, Leg leg, BlindCount count, Outcome outcome, HandOver received) {
        ActorId receiver = received.by();
        boxes(consignment, count, outcome, receiver);
        loose(consignment, count, outcome, receiver);
        store.cartridges(consignment.id(), outcome.arrived(), TravelState.ARRIVED);
        store.cartridges(consignment.id(), outcome.missing(), TravelState.MISSING);
        Set<Barcode> inHand = new HashSet<>(outcome.arrived());
        inHand.addAll(outcome.extra().stream().filter(this::heldHere).toList());
        cartridges.proven(inHand, receiver, count.at().value(), received.entry());
        close(consignment, leg, count, outcome);
    }

    private void boxes(Consignment consignment, BlindCount count, Outcome outcome, ActorId receiver) {
        Set<CaseId> engaged = store.engaged(consignment.id());
        for (CaseId box : count.seals().keySet()) {
            if (!engaged.contains(box)) {
                continue;
            }
            if (cases.box(box).site().isPresent()) {
                // Counted without ever having been taken: the missing signature is in the entry ('untaken').
                cases.depart(box, consignment.id().ref(), receiver);
            }
            cases.arrive(box, count.at(), inBox(consignment, outcome.arrived(), box), receiver);
        }
    }

    /** Cartridges that came without their case. */
    private void loose(Consignment consignment, BlindCount count, Outcome outcome, ActorId receiver) {
        for (Travelling one : consignment.cartridges()) {
            if (outcome.arrived().contains(one.barcode()) && !count.seals().containsKey(one.box())) {
                cartridges.found(one.barcode(), count.at(), receiver);
            }
        }
    }

    private static Set<Barcode> inBox(Consignment consignment, Set<Barcode> arrived, CaseId box) {
        return consignment.cartridges().stream()
                .filter(one -> one.box().equals(box) && arrived.contains(one.barcode()))
                .map(Travelling::barcode)
                .collect(Collectors.toSet());
    }

    /** An extra cartridge is proven to be here only if the register has it as held; the rest is for the inspection. */
    private boolean heldHere(Barcode extra) {
        Optional<Cartridge> known = cartridges.find(extra);
        return known.isPresent() && known.get().whereabouts().held();
    }

    private void close(Consignment consignment, Leg leg, BlindCount count, Outcome outcome) {
        ConsignmentId id = consignment.id();
        if (!outcome.missing().isEmpty() || !outcome.absentCases().isEmpty()) {
            store.state(id, leg.number(), LegState.PARTIAL);
            return;
        }
        boolean turnedBack = count.at().equals(leg.from())
                && leg.handOvers().stream()
                        .noneMatch(one -> one.kind() == HandOver.Kind.RECEIVE
                                && one.place().equals(leg.to()));
        if (turnedBack) {
            store.state(id, leg.number(), LegState.RETURNED);
            store.cancelAfter(id, leg.number());
            store.disengage(id);
        } else {
            store.state(id, leg.number(), LegState.ARRIVED);
            if (leg.number() == consignment.legs().size()) {
                store.disengage(id);
            }
        }
    }
}
