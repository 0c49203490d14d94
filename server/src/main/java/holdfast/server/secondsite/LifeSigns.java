package holdfast.server.secondsite;

import holdfast.server.access.People;
import holdfast.server.record.ActorId;
import holdfast.server.record.LedgerBook;
import holdfast.server.watch.OpenDue;
import holdfast.server.watch.Watch;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a second site is told at each beat: our time, and every open due time with those who would hear of it. */
@Component
class LifeSigns {
    private final Watch watch;
    private final People people;
    private final LedgerBook ledger;
    private final InstantSource clock;

    LifeSigns(Watch watch, People people, LedgerBook ledger, InstantSource clock) {
        this.watch = watch;
        this.people = people;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Heartbeat now() {
        List<HeldDue> open = watch.open().stream().map(this::held).toList();
        return new Heartbeat(ledger.status().origin(), clock.instant(), open);
    }

    private HeldDue held(OpenDue due) {
        Set<ActorId> hear = due.expectation().ladder().stream()
                .flatMap(rung -> rung.hear().stream())
                .collect(Collectors.toSet());
        TreeSet<String> names = new TreeSet<>();
        hear.forEach(id -> names.add(people.person(id).name()));
        return new HeldDue(
                due.id().toString(),
                due.expectation().what(),
                due.expectation().about().toString(),
                due.expectation().due(),
                due.nextRing().orElse(null),
                List.copyOf(names));
    }
}
