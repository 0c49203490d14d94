package holdfast.server.custody;

import holdfast.server.place.SiteId;
import holdfast.server.platform.Invalid;
import holdfast.server.record.ActorId;
import java.time.Instant;

/**
 * One leg of a journey: one carrier, from one site to the next.
 *
 * @param due when the cases must have been received at {@code to}
 */
public record LegPlan(SiteId from, SiteId to, ActorId carrier, Instant due) {

    public LegPlan {
        if (from.equals(to)) {
            throw new Invalid("refused.leg-one-site", from.value());
        }
    }
}
