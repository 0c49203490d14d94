package holdfast.server.drill;

import holdfast.server.media.NewSchedule;
import holdfast.server.media.Rotation;
import holdfast.server.media.TransferDue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;

/** The recovery procedure's rotation raises the transfer: nobody has to remember it. */
final class StageRotation implements Stage {
    private static final LocalTime TRANSFERS_AT = LocalTime.of(8, 35);
    private static final int FATHERS = 4;
    private static final int GRANDFATHERS = 12;
    private static final Duration WITHIN = Duration.ofHours(3);

    @Override
    public String title() {
        return "Waiting for the rotation's transfer";
    }

    @Override
    public String run(Drill drill) {
        Rotation rotation = drill.service(Rotation.class);
        rotation.define(
                new NewSchedule(
                        "weekly to Queensway",
                        Office.TOWER.id(),
                        Office.QUEENSWAY.id(),
                        Scenario.ZONE,
                        TRANSFERS_AT,
                        DayOfWeek.MONDAY,
                        0,
                        FATHERS,
                        GRANDFATHERS,
                        WITHIN),
                Office.OPERATOR);
        drill.leapTo(rotation.nextMoment().orElseThrow());
        TransferDue raised = rotation.due().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the rotation schedule raised no transfer"));
        drill.found().add(new Found.Raised(raised.id().value(), raised.schedule(), raised.due()));
        return "'" + raised.schedule() + "' raised at " + Words.time(raised.due()) + " by itself";
    }
}
