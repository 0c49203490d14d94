package holdfast.server.custody;

import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import holdfast.server.watch.DueId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One leg of a consignment as it stands.
 *
 * @param number from 1
 * @param due when it must be received
 * @param expectation the due time in {@code watch} that stands for its receipt; set from the release on
 * @param inspection the due time that stands for the inspection after a wrong seal or an extra cartridge
 * @param handOvers releases, takings and receipts in the order in which the server learned of them
 */
public record Leg(
        int number,
        SiteId from,
        SiteId to,
        ActorId carrier,
        Instant due,
        LegState state,
        Optional<DueId> expectation,
        Optional<DueId> inspection,
        List<HandOver> handOvers) {

    public Leg {
        handOvers = List.copyOf(handOvers);
    }

    /** What was agreed of it. */
    LegPlan plan() {
        return new LegPlan(from, to, carrier, due);
    }

    /** The hand-over of this kind that came last, if there was one. */
    public Optional<HandOver> last(HandOver.Kind kind) {
        return handOvers.reversed().stream().filter(one -> one.kind() == kind).findFirst();
    }
}
