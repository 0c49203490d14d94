package holdfast.server.custody;

import holdfast.server.media.CaseId;
import holdfast.server.record.ActorId;
import holdfast.tape.Barcode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A consignment as it stands: cases, their legs, and every cartridge that left with them.
 *
 * @param legs in order; at least one
 * @param cartridges what left, as of the first release; empty before
 */
public record Consignment(
        ConsignmentId id,
        Set<CaseId> cases,
        List<Leg> legs,
        List<Travelling> cartridges,
        ActorId plannedBy,
        Instant plannedAt) {

    public Consignment {
        cases = Set.copyOf(cases);
        legs = List.copyOf(legs);
        cartridges = List.copyOf(cartridges);
    }

    /** The leg that is under way, or else the next to depart, or else the last that anything happened on. */
    public Leg leg() {
        return legs.stream()
                .filter(leg -> leg.state().underway())
                .findFirst()
                .or(() -> legs.stream()
                        .filter(leg -> leg.state() == LegState.PLANNED)
                        .findFirst())
                .or(() -> legs.reversed().stream()
                        .filter(leg -> leg.state() != LegState.CANCELLED)
                        .findFirst())
                .orElseGet(legs::getLast);
    }

    /** Cartridges that have left and are neither counted, nor found, nor confirmed lost. */
    public Set<Barcode> open() {
        return cartridges.stream()
                .filter(one -> one.state() == TravelState.TRAVELLING || one.state() == TravelState.MISSING)
                .map(Travelling::barcode)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How far the consignment as a whole has come. */
    public LegState state() {
        return leg().state();
    }

    /** Cartridges in this state. */
    public Set<Barcode> in(TravelState state) {
        return cartridges.stream()
                .filter(one -> one.state() == state)
                .map(Travelling::barcode)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A cartridge of this consignment, in the case it left in. */
    public record Travelling(Barcode barcode, CaseId box, TravelState state) {}

    /** What this consignment knows of a cartridge. */
    public enum TravelState {
        TRAVELLING,
        /** Not counted at a receipt. */
        MISSING,
        ARRIVED,
        /** Confirmed lost. */
        LOST,
        /** Found again after it was missing or lost. */
        FOUND
    }
}
