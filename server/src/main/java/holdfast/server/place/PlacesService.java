package holdfast.server.place;

import holdfast.server.access.People;
import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.platform.Invalid;
import holdfast.server.platform.Unknown;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** {@link Places} over the tables. */
@Service
@Transactional
class PlacesService implements Places {
    private final JdbcClient sql;
    private final Permits permits;
    private final People people;
    private final Recorder recorder;

    PlacesService(JdbcClient sql, Permits permits, People people, Recorder recorder) {
        this.sql = sql;
        this.permits = permits;
        this.people = people;
        this.recorder = recorder;
    }

    @Override
    public Site add(Site site, ActorId by) {
        permits.demand(by, Role.ADMINISTRATOR);
        if (site.nameEn().isBlank()) {
            throw new Invalid("refused.site-name");
        }
        try {
            sql.sql("insert into place_site (id, name_en, name_zh_hant, name_zh_hans, address) values (?, ?, ?, ?, ?)")
                    .params(site.id().value(), site.nameEn(), site.nameZhHant(), site.nameZhHans(), site.address())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Invalid("refused.site-taken", site.id());
        }
        recorder.record(by, "site.added", Map.of("name", site.nameEn(), "address", site.address()), ref(site.id()));
        return site;
    }

    @Override
    @Transactional(readOnly = true)
    public Site site(SiteId id) {
        return sql.sql("select * from place_site where id = ?")
                .param(id.value())
                .query(PlacesService::site)
                .optional()
                .orElseThrow(() -> new Unknown("refused.site-unknown", id));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Site> sites() {
        return sql.sql("select * from place_site order by name_en, id")
                .query(PlacesService::site)
                .list();
    }

    @Override
    public void post(ActorId person, SiteId site, ActorId by) {
        permits.demand(by, Role.ADMINISTRATOR);
        people.person(person);
        site(site);
        int posted = sql.sql("insert into place_posting (person, site) values (?, ?) on conflict do nothing")
                .params(person.value(), site.value())
                .update();
        if (posted > 0) {
            recorder.record(by, "person.posted", Map.of("site", site.value()), ref(site), ref(person));
        }
    }

    @Override
    public void unpost(ActorId person, SiteId site, ActorId by) {
        permits.demand(by, Role.ADMINISTRATOR);
        int ended = sql.sql("delete from place_posting where person = ? and site = ?")
                .params(person.value(), site.value())
                .update();
        if (ended > 0) {
            recorder.record(by, "posting.ended", Map.of("site", site.value()), ref(site), ref(person));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<ActorId> postedAt(SiteId site) {
        return sql
                .sql("select person from place_posting where site = ? order by person")
                .param(site.value())
                .query(String.class)
                .list()
                .stream()
                .map(ActorId::new)
                .filter(id -> people.person(id).active())
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<SiteId> postingsOf(ActorId person) {
        return sql
                .sql("select site from place_posting where person = ? order by site")
                .param(person.value())
                .query(String.class)
                .list()
                .stream()
                .map(SiteId::new)
                .toList();
    }

    @Override
    public void route(SiteId from, SiteId to, Duration usual, ActorId by) {
        permits.demand(by, Role.ADMINISTRATOR);
        site(from);
        site(to);
        if (from.equals(to) || usual.toSeconds() <= 0) {
            throw new Invalid("refused.route-form");
        }
        sql.sql("""
                        insert into place_route (from_site, to_site, usual_seconds) values (?, ?, ?)
                        on conflict (from_site, to_site) do update set usual_seconds = excluded.usual_seconds
                        """).params(from.value(), to.value(), usual.toSeconds()).update();
        recorder.record(by, "route.set", Map.of("to", to.value(), "usual", usual), ref(from), ref(to));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Route> route(SiteId from, SiteId to) {
        return sql.sql("select * from place_route where from_site = ? and to_site = ?")
                .params(from.value(), to.value())
                .query(PlacesService::route)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Route> routes() {
        return sql.sql("select * from place_route order by from_site, to_site")
                .query(PlacesService::route)
                .list();
    }

    private static Site site(ResultSet row, int number) throws SQLException {
        return new Site(
                new SiteId(row.getString("id")),
                row.getString("name_en"),
                row.getString("name_zh_hant"),
                row.getString("name_zh_hans"),
                row.getString("address"));
    }

    private static Route route(ResultSet row, int number) throws SQLException {
        return new Route(
                new SiteId(row.getString("from_site")),
                new SiteId(row.getString("to_site")),
                Duration.ofSeconds(row.getLong("usual_seconds")));
    }

    private static Ref ref(SiteId site) {
        return new Ref("site", site.value());
    }

    private static Ref ref(ActorId person) {
        return new Ref("person", person.value());
    }
}
