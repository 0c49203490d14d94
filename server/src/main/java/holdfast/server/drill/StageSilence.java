package holdfast.server.drill;

import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import holdfast.server.watch.RungReached;
import holdfast.server.watch.Watch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Nobody reports anything. The clock leaps from one due moment to the next, the server does its own due work, and
 * what rings is written down.
 */
final class StageSilence implements Stage {
    @Override
    public String title() {
        return "Nobody reports anything";
    }

    @Override
    public String run(Drill drill) {
        Ref consignment =
                new Ref("consignment", drill.found().get(Found.Departed.class).consignment());
        Watch watch = drill.service(Watch.class);
        Instant patience = Scenario.DUE.plus(Scenario.TO_HEAD);
        for (Optional<Instant> next = watch.nextMoment();
                next.isPresent() && !next.get().isAfter(patience);
                next = watch.nextMoment()) {
            drill.leapTo(next.get());
        }
        List<RungReached> rang = watch.rang(consignment);
        Found.Rang found = new Found.Rang(
                Scenario.DUE,
                heard(rang, Office.COURIER),
                heard(rang, Office.MANAGER),
                heard(rang, Office.HEAD),
                rang.stream().map(StageSilence::heard).toList());
        drill.found().add(found);
        drill.checks()
                .add(
                        "the alarm rang by itself within a minute",
                        found.minutesTo(found.alarm()) <= 1,
                        found.minutesTo(found.alarm()) + " min");
        drill.checks()
                .add(
                        "the head of office knew within the hour",
                        found.minutesTo(found.head()) <= 60,
                        found.minutesTo(found.head()) + " min");
        return "alarm at " + Words.time(found.alarm()) + ", manager " + Words.time(found.manager())
                + ", head of office " + Words.time(found.head());
    }

    private static Instant heard(List<RungReached> rang, ActorId person) {
        return rang.stream()
                .filter(rung -> rung.heard().contains(person))
                .map(RungReached::at)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the alarm never reached " + person));
    }

    private static Found.Heard heard(RungReached rung) {
        return new Found.Heard(
                rung.at(),
                rung.label(),
                rung.heard().stream().map(ActorId::value).sorted().toList());
    }
}
