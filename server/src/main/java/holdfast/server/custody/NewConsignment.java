package holdfast.server.custody;

import holdfast.server.media.CaseId;
import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A consignment to be planned.
 *
 * @param cases what is to travel; at least one
 * @param legs in order; each starts where the one before ends, and is due after it
 */
public record NewConsignment(Set<CaseId> cases, List<LegPlan> legs) {

    public NewConsignment {
        cases = Set.copyOf(cases);
        legs = List.copyOf(legs);
        if (cases.isEmpty() || legs.isEmpty()) {
            throw new IllegalArgumentException("A consignment needs at least one case and one leg.");
        }
        for (int i = 1; i < legs.size(); i++) {
            LegPlan before = legs.get(i - 1);
            if (!legs.get(i).from().equals(before.to())) {
                throw new IllegalArgumentException(
                        "Leg " + (i + 1) + " must start at " + before.to().value() + ".");
            }
            if (!legs.get(i).due().isAfter(before.due())) {
                throw new IllegalArgumentException("Leg " + (i + 1) + " must be due after the leg before it.");
            }
        }
    }

    /** The ordinary one: one leg, one carrier. */
    public NewConsignment(SiteId from, SiteId to, Set<CaseId> cases, ActorId carrier, Instant due) {
        this(cases, List.of(new LegPlan(from, to, carrier, due)));
    }
}
