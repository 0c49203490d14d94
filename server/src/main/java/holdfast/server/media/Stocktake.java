package holdfast.server.media;

import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A blind count of a site.
 *
 * @param countedAt when the count was given; empty until then, and then there are no findings to see either
 * @param counted how many cartridges were proven: seen, or under a seal that was whole
 */
public record Stocktake(
        StocktakeId id,
        SiteId site,
        ActorId counter,
        Instant begunAt,
        Optional<Instant> countedAt,
        int counted,
        List<Finding> findings) {
    public Stocktake {
        findings = List.copyOf(findings);
    }
}
