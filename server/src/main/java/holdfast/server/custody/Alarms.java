package holdfast.server.custody;

import holdfast.server.access.Role;
import holdfast.server.delivery.News;
import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import holdfast.server.watch.DueId;
import holdfast.server.watch.Expectation;
import holdfast.server.watch.Watch;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a count does to the due times: ends them, or brings them forward. Never makes one ring later. */
@Component
class Alarms {

    private final ConsignmentStore store;
    private final LadderService ladders;
    private final Watch watch;
    private final Seniors seniors;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Alarms(
            ConsignmentStore store,
            LadderService ladders,
            Watch watch,
            Seniors seniors,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.ladders = ladders;
        this.watch = watch;
        this.seniors = seniors;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param consignment as it stands after the count
     * @param before the leg as it stood before it
     */
    void counted(Consignment consignment, Leg before, Outcome outcome, ActorId receiver) {
        Instant now = clock.instant();
        DueId receipt = before.expectation().orElseThrow();
        if (!outcome.arrived().isEmpty()) {
            events.publishEvent(new CartridgesArrived(consignment.id(), outcome.arrived(), now));
        }
        boolean complete = outcome.missing().isEmpty() && outcome.absentCases().isEmpty();
        if (complete) {
            watch.fulfil(receipt, receiver);
            tellOfReturn(consignment, before, receiver);
        } else {
            if (now.isBefore(before.due()) && before.state() != LegState.PARTIAL) {
                watch.fulfil(receipt, receiver);
                store.expectation(
                        consignment.id(), before.number(), expect("receipt", consignment, before, now, receiver));
            }
            events.publishEvent(new PartialArrival(consignment.id(), before.number(), outcome.missing(), now));
        }
        if (suspicious(outcome) && before.inspection().isEmpty()) {
            store.inspection(
                    consignment.id(), before.number(), expect("inspection", consignment, before, now, receiver));
        }
    }

    /** A count at the start ends the alarm without anything having arrived, so somebody else hears of it. */
    private void tellOfReturn(Consignment consignment, Leg before, ActorId receiver) {
        LegState now = consignment.legs().get(before.number() - 1).state();
        if (now == LegState.RETURNED) {
            seniors.tell(
                    new News(
                            Phrase.of(
                                    "told.returned.subject",
                                    consignment.id().value(),
                                    before.from().value()),
                            Phrase.of(
                                    "told.returned.body",
                                    seniors.name(receiver),
                                    before.to().value()),
                            consignment.id().ref()),
                    Role.MANAGER);
        }
    }

    private static boolean suspicious(Outcome outcome) {
        return !outcome.extra().isEmpty()
                || !outcome.wrongSeals().isEmpty()
                || !outcome.extraCases().isEmpty();
    }

    /** Due at once: the first rung rings with the next beat. */
    private DueId expect(String what, Consignment consignment, Leg leg, Instant now, ActorId by) {
        Set<ActorId> involved = Trip.touched(consignment, leg);
        return watch.expect(
                new Expectation(what, consignment.id().ref(), now, ladders.rungs(leg, involved), involved), by);
    }
}
