package holdfast.server.custody;

import holdfast.server.place.Places;
import holdfast.server.place.Route;
import holdfast.server.place.Site;
import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Sites, postings and routes in memory. */
final class FakePlaces implements Places {

    private final Map<SiteId, List<ActorId>> posted = new LinkedHashMap<>();
    private final List<Route> routes = new ArrayList<>();

    SiteId add(String name) {
        SiteId id = new SiteId(name);
        posted.put(id, new ArrayList<>());
        return id;
    }

    @Override
    public Site add(Site site, ActorId by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Site site(SiteId id) {
        if (!posted.containsKey(id)) {
            throw new NoSuchElementException(id.value());
        }
        return new Site(id, id.value(), "", "", "");
    }

    @Override
    public List<Site> sites() {
        return posted.keySet().stream().map(this::site).toList();
    }

    @Override
    public void post(ActorId person, SiteId site, ActorId by) {
        posted.getOrDefault(site, new ArrayList<>()).add(person);
    }

    @Override
    public void unpost(ActorId person, SiteId site, ActorId by) {
        posted.getOrDefault(site, new ArrayList<>()).remove(person);
    }

    @Override
    public List<ActorId> postedAt(SiteId site) {
        return List.copyOf(posted.getOrDefault(site, List.of()));
    }

    @Override
    public List<SiteId> postingsOf(ActorId person) {
        return posted.keySet().stream()
                .filter(site -> postedAt(site).contains(person))
                .toList();
    }

    @Override
    public void route(SiteId from, SiteId to, Duration usual, ActorId by) {
        routes.add(new Route(from, to, usual));
    }

    @Override
    public Optional<Route> route(SiteId from, SiteId to) {
        return routes.stream()
                .filter(one -> one.from().equals(from) && one.to().equals(to))
                .findFirst();
    }

    @Override
    public List<Route> routes() {
        return List.copyOf(routes);
    }
}
