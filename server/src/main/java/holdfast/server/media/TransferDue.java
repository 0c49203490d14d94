package holdfast.server.media;

import holdfast.server.place.SiteId;
import holdfast.server.watch.DueId;
import java.time.Instant;

/**
 * A transfer that a schedule raised; also published as an event when it is.
 *
 * @param due when it fell due
 * @param keepUntil until when the set should stay at the other site
 * @param watch what rings while nothing leaves
 */
public record TransferDue(
        TransferId id,
        String schedule,
        SiteId from,
        SiteId to,
        Generation generation,
        Instant due,
        Instant keepUntil,
        DueId watch) {}
