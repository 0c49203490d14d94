package holdfast.server.media;

import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import java.util.List;
import java.util.UUID;

/** Blind counts: what is expected is compared only after the count was given, and shown to nobody before. */
public interface Stocktakes {
    /**
     * Begins a count; whoever has begun one there and not given it goes on with that one.
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

    /**
     * Has a site counted every so many days: the next count is a due time that rings for those posted there, a day
     * later for the managers and then for the head. Only a count that is given moves it on.
     *
     * @param by a manager or the head
     */
    void every(SiteId site, int days, ActorId by);

    /** How often each site is counted; a site without a rhythm is not among them. */
    List<CountRhythm> rhythms();

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
