package holdfast.server.media;

import holdfast.server.place.SiteId;
import holdfast.server.watch.DueId;
import java.time.Instant;

/**
 * How often a site is counted.
 *
 * @param days from one count to the next
 * @param since when a rhythm was first set for the site: the first count is reckoned from here
 * @param watch the due time of the next count
 */
public record CountRhythm(SiteId site, int days, Instant since, DueId watch) {}
