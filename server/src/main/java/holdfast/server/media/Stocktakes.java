package holdfast.server.media;

import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import java.util.List;
import java.util.UUID;

/** Blind counts: what is expected is compared only after the count was given, and shown to nobody before. */
public interface Stocktakes {
    /**
     * Begins a count.
     *
     * @param by a site officer or operator who is posted at the site
     */
    StocktakeId begin(SiteId site, ActorId by);

    /**
     * Gives the count, once. Cartridges seen, and those in a sealed case whose seal is whole, are proven; every
     * difference becomes a finding that rings for the managers at once and for the head after a day.
     *
     * @param by whoever began it
     */
    Stocktake count(StocktakeId stocktake, StockCount count, ActorId by);

    Stocktake stocktake(StocktakeId id);

    /** Counts of a site, the newest first. */
    List<Stocktake> at(SiteId site);

    /** Findings not yet settled, of all sites. */
    List<Finding> open();

    /**
     * Settles a finding with an explanation.
     *
     * @param by a manager, the head or the data protection officer; never whoever counted
     */
    void settle(UUID finding, String explanation, ActorId by);
}
