package holdfast.server.place;

import holdfast.server.record.ActorId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sites, postings and routes. Changing anything needs an administrator. */
public interface Places {
    /**
     * Adds a site.
     *
     * @throws IllegalArgumentException if its short name is taken
     */
    Site add(Site site, ActorId by);

    /**
     * The site of this id.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    Site site(SiteId id);

    /** All sites, by their English names. */
    List<Site> sites();

    /** Posts a person at a site; twice is once. */
    void post(ActorId person, SiteId site, ActorId by);

    /** Ends a posting; if there was none, nothing happens. */
    void unpost(ActorId person, SiteId site, ActorId by);

    /** Active persons posted at a site. */
    List<ActorId> postedAt(SiteId site);

    /** The sites at which a person is posted. */
    List<SiteId> postingsOf(ActorId person);

    /** Sets how long the way from one site to another usually takes. */
    void route(SiteId from, SiteId to, Duration usual, ActorId by);

    Optional<Route> route(SiteId from, SiteId to);

    List<Route> routes();
}
