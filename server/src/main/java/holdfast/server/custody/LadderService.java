package holdfast.server.custody;

import holdfast.server.access.People;
import holdfast.server.access.Permits;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.custody.RefusedException.Reason;
import holdfast.server.place.Places;
import holdfast.server.place.SiteId;
import holdfast.server.platform.Invalid;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import holdfast.server.watch.Rung;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the steps and makes the ladder of a release. */
@Service
class LadderService implements Ladders {

    private final JdbcClient jdbc;
    private final People people;
    private final Places places;
    private final Permits permits;
    private final Recorder recorder;

    LadderService(JdbcClient jdbc, People people, Places places, Permits permits, Recorder recorder) {
        this.jdbc = jdbc;
        this.people = people;
        this.places = places;
        this.permits = permits;
        this.recorder = recorder;
    }

    @Override
    public Steps steps(SiteId from, SiteId to) {
        return jdbc.sql("select manager_after, head_after from custody_ladder where site_from = ? and site_to = ?")
                .params(from.value(), to.value())
                .query((row, index) -> new Steps(
                        Duration.ofMinutes(row.getInt("manager_after")), Duration.ofMinutes(row.getInt("head_after"))))
                .optional()
                .orElse(Steps.USUAL);
    }

    @Override
    @Transactional
    public void set(SiteId from, SiteId to, Steps steps, ActorId by) {
        permits.demand(by, Role.HEAD, Role.MANAGER);
        places.site(from);
        places.site(to);
        if (steps.manager().toMinutes() < 1
                || steps.head().toMinutes() <= steps.manager().toMinutes()
                || steps.head().compareTo(LONGEST) > 0) {
            throw new Invalid("refused.ladder-order", LONGEST.toHours());
        }
        jdbc.sql("""
                insert into custody_ladder (site_from, site_to, manager_after, head_after) values (?, ?, ?, ?)
                on conflict (site_from, site_to)
                do update set manager_after = excluded.manager_after, head_after = excluded.head_after""")
                .params(
                        from.value(),
                        to.value(),
                        steps.manager().toMinutes(),
                        steps.head().toMinutes())
                .update();
        recorder.record(
                by,
                "ladder.set",
                Map.of("from", from, "to", to, "manager", steps.manager(), "head", steps.head()),
                new Ref("site", from.value()),
                new Ref("site", to.value()));
    }

    /**
     * Who hears of a missing receipt, and when.
     *
     * @param involved those on the trip: the last rung must hold somebody else, or nobody independent would ever hear
     */
    List<Rung> rungs(Leg leg, Set<ActorId> involved) {
        Steps steps = steps(leg.from(), leg.to());
        Set<ActorId> first = new HashSet<>(places.postedAt(leg.from()));
        first.addAll(places.postedAt(leg.to()));
        first.add(leg.carrier());
        Set<ActorId> heads = holding(Role.HEAD);
        if (involved.containsAll(heads)) {
            throw new RefusedException(Reason.INVALID, "refused.no-head-outside");
        }
        return List.of(
                new Rung("courier and both sites", Duration.ZERO, first),
                new Rung("manager", steps.manager(), orHeads(holding(Role.MANAGER), heads)),
                new Rung("head of office", steps.head(), heads));
    }

    /** Where nobody is manager, the head hears at the manager's time. */
    private static Set<ActorId> orHeads(Set<ActorId> managers, Set<ActorId> heads) {
        return managers.isEmpty() ? heads : managers;
    }

    private Set<ActorId> holding(Role role) {
        return people.holding(role).stream()
                .filter(Person::active)
                .map(Person::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
