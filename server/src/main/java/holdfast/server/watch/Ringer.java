package holdfast.server.watch;

import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rings what is due. One transaction for each rung: its mark, its alerts, its entry and its event are there
 * together or not at all, so a crash at any point means that it rings again, and the mark's key that it rings
 * once.
 *
 * <p>Nothing may keep an alarm silent. A listener that throws does not: the rung then rings without it, and the
 * event is offered again at the next beat. A due time that cannot be rung at all does not hold up the others.
 */
@Component
class Ringer {
    private static final Logger log = LoggerFactory.getLogger(Ringer.class);

    private final DueStore dues;
    private final RangStore rang;
    private final Herald herald;
    private final Recorder recorder;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Ringer(
            DueStore dues,
            RangStore rang,
            Herald herald,
            Recorder recorder,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.dues = dues;
        this.rang = rang;
        this.herald = herald;
        this.recorder = recorder;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    int ringDue() {
        Instant now = clock.instant();
        offerAgain();
        Set<DueId> failed = new HashSet<>();
        int count = 0;
        while (true) {
            Optional<DueId> next = nextToRing(now, failed);
            if (next.isEmpty()) {
                return count;
            }
            if (ringWithOrWithoutListeners(next.get(), now)) {
                count++;
            } else {
                failed.add(next.get());
            }
        }
    }

    private Optional<DueId> nextToRing(Instant now, Set<DueId> failed) {
        Optional<DueId> next = transaction.execute(
                status -> dues.lockNext(now, failed).map(row -> row.due().id()));
        return next == null ? Optional.empty() : next;
    }

    private boolean ringWithOrWithoutListeners(DueId id, Instant now) {
        try {
            transaction.executeWithoutResult(status -> ring(id, now, true));
            return true;
        } catch (RuntimeException e) {
            log.error("Ringing for {} failed; it rings without its listeners.", id, e);
        }
        try {
            transaction.executeWithoutResult(status -> ring(id, now, false));
            return true;
        } catch (RuntimeException e) {
            log.error("Ringing for {} failed; it is tried again at the next beat.", id, e);
            return false;
        }
    }

    private void ring(DueId id, Instant now, boolean publish) {
        Optional<DueStore.Row> waiting = dues.lock(id).filter(row -> row.state() == DueStore.State.OPEN);
        Optional<Instant> time = waiting.flatMap(row -> row.due().nextRing());
        if (waiting.isEmpty() || time.isEmpty() || time.get().isAfter(now)) {
            return; // fulfilled, extended, or rung by another server since we looked
        }
        DueStore.Row row = waiting.get();
        Expectation expected = row.expectation();
        int rung = row.due().rungsReached();
        Rung step = expected.ladder().get(rung);
        Set<ActorId> heard = herald.audience(step);
        RungReached reached =
                new RungReached(id, expected.what(), expected.about(), expected.due(), rung, step.label(), heard, now);
        rang.insert(reached, row.generation(), publish);
        dues.climb(id, rung + 1, timeOf(expected, rung + 1));
        herald.late(expected, rung, heard);
        recorder.record(ActorId.SYSTEM, "alarm.rang", facts(reached), expected.about());
        if (publish) {
            events.publishEvent(reached);
        }
    }

    private static Map<String, ?> facts(RungReached reached) {
        return Map.of(
                "what", reached.what(),
                "due", reached.dueAt(),
                "rung", reached.rung(),
                "label", reached.label(),
                "heard", reached.heard().stream().map(ActorId::value).sorted().toList());
    }

    static Optional<Instant> timeOf(Expectation expected, int rung) {
        List<Rung> ladder = expected.ladder();
        return rung < ladder.size()
                ? Optional.of(expected.due().plus(ladder.get(rung).afterDue()))
                : Optional.empty();
    }

    /** Events that a listener refused when they rang. */
    private void offerAgain() {
        for (RungReached reached : rang.unpublished()) {
            try {
                transaction.executeWithoutResult(status -> {
                    if (rang.markPublished(reached)) {
                        events.publishEvent(reached);
                    }
                });
            } catch (RuntimeException e) {
                log.error("A listener refuses {} again; it is offered at the next beat.", reached, e);
            }
        }
    }
}
