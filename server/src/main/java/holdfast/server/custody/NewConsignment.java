package holdfast.server.custody;

import holdfast.server.media.CaseId;
import holdfast.server.place.SiteId;
import holdfast.server.platform.Invalid;
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
            throw new Invalid("refused.consignment-empty");
        }
        for (int i = 1; i < legs.size(); i++) {
            LegPlan before = legs.get(i - 1);
            if (!legs.get(i).from().equals(before.to())) {
                throw new Invalid("refused.leg-start", i + 1, before.to().value());
            }
            if (!legs.get(i).due().isAfter(before.due())) {
                throw new Invalid("refused.leg-later", i + 1);
            }
        }
    }

    /** The ordinary one: one leg, one carrier. */
    public NewConsignment(SiteId from, SiteId to, Set<CaseId> cases, ActorId carrier, Instant due) {
        this(cases, List.of(new LegPlan(from, to, carrier, due)));
    }
}
