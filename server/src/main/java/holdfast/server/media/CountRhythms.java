package holdfast.server.media;

import holdfast.server.access.People;
import holdfast.server.access.Permits;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.place.Places;
import holdfast.server.place.SiteId;
import holdfast.server.platform.Invalid;
import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import holdfast.server.watch.DueId;
import holdfast.server.watch.Expectation;
import holdfast.server.watch.Rung;
import holdfast.server.watch.Watch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps a due time in {@code watch} for the next count of each site (table {@code media_count_rhythm}). Only a count that
 * is given moves it on. Runs in its caller's transaction.
 */
@Component
class CountRhythms {
    private static final int LONGEST = 366;
    private static final Duration UNTIL_MANAGER = Duration.ofDays(1);
    private static final Duration UNTIL_HEAD = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final Watch watch;
    private final People people;
    private final Places places;
    private final Permits permits;
    private final Recorder recorder;
    private final InstantSource clock;

    CountRhythms(
            JdbcClient jdbc,
            Watch watch,
            People people,
            Places places,
            Permits permits,
            Recorder recorder,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.watch = watch;
        this.people = people;
        this.places = places;
        this.permits = permits;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** @param last when the site was last counted */
    void set(SiteId site, int days, Optional<Instant> last, ActorId by) {
        permits.demand(by, Role.MANAGER, Role.HEAD);
        places.site(site);
        if (days < 1 || days > LONGEST) {
            throw new Invalid("refused.count-days", LONGEST, days);
        }
        Optional<CountRhythm> before = find(site);
        recorder.record(by, "stocktake.scheduled", Map.of("site", site, "days", days), about(site));
        before.ifPresent(old -> watch.callOff(old.watch(), "Counted every " + days + " days from now on.", by));
        Instant since = before.map(CountRhythm::since).orElse(clock.instant());
        // A longer rhythm moves the due time from the count before, never from the moment of the change.
        Instant due = last.filter(since::isBefore).orElse(since).plus(Duration.ofDays(days));
        put(new CountRhythm(site, days, since, expect(site, due)));
    }

    /** The site has been counted: the waiting ends, and the next one begins. */
    void counted(SiteId site, ActorId by) {
        find(site).ifPresent(old -> {
            watch.fulfil(old.watch(), by);
            Instant due = clock.instant().plus(Duration.ofDays(old.days()));
            put(new CountRhythm(site, old.days(), old.since(), expect(site, due)));
        });
    }

    List<CountRhythm> all() {
        return jdbc.sql("select * from media_count_rhythm order by site")
                .query(CountRhythms::read)
                .list();
    }

    private DueId expect(SiteId site, Instant due) {
        List<Rung> ladder = List.of(
                new Rung("those posted at the site", Duration.ZERO, Set.copyOf(places.postedAt(site))),
                new Rung("manager", UNTIL_MANAGER, holding(Role.MANAGER)),
                new Rung("head of office", UNTIL_HEAD, holding(Role.HEAD)));
        return watch.expect(new Expectation("stocktake", about(site), due, ladder, Set.of()), ActorId.SYSTEM);
    }

    private Set<ActorId> holding(Role role) {
        return people.holding(role).stream().map(Person::id).collect(Collectors.toSet());
    }

    private Optional<CountRhythm> find(SiteId site) {
        return jdbc.sql("select * from media_count_rhythm where site = ? for update")
                .param(site.value())
                .query(CountRhythms::read)
                .optional();
    }

    private void put(CountRhythm rhythm) {
        jdbc.sql("""
                insert into media_count_rhythm (site, days, since, watch) values (?, ?, ?, ?)
                on conflict (site) do update set days = excluded.days, watch = excluded.watch
                """)
                .params(
                        rhythm.site().value(),
                        rhythm.days(),
                        Sql.time(rhythm.since()),
                        rhythm.watch().value())
                .update();
    }

    private static CountRhythm read(ResultSet row, int number) throws SQLException {
        return new CountRhythm(
                new SiteId(row.getString("site")),
                row.getInt("days"),
                Sql.instant(row, "since"),
                new DueId(row.getObject("watch", UUID.class)));
    }

    private static Ref about(SiteId site) {
        return new Ref("site", site.value());
    }
}
