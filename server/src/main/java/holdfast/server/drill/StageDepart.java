package holdfast.server.drill;

import holdfast.server.custody.Consignment;
import holdfast.server.custody.ConsignmentId;
import holdfast.server.custody.Consignments;
import holdfast.server.custody.DepartureView;
import holdfast.server.custody.NewConsignment;
import holdfast.server.media.CaseId;
import holdfast.server.media.Rotation;
import holdfast.server.media.SealNumber;
import holdfast.server.media.TransferId;
import holdfast.server.platform.Phrases;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** One person gives, another takes; both are shown what it means if the case never arrives. */
final class StageDepart implements Stage {
    private static final Duration A_MOMENT = Duration.ofMinutes(2);

    @Override
    public String title() {
        return "Handing the case over, two persons signing";
    }

    @Override
    public String run(Drill drill) {
        Found.Packed packed = drill.found().get(Found.Packed.class);
        Consignments consignments = drill.service(Consignments.class);
        CaseId box = new CaseId(packed.caseId());
        DepartureView view = depart(drill, consignments, box, new SealNumber(packed.seal()));
        ConsignmentId id = view.consignment();
        TransferId transfer =
                new TransferId(drill.found().get(Found.Raised.class).transfer());
        drill.service(Rotation.class).served(transfer, id.ref(), Office.OPERATOR);
        Instant released =
                consignments.consignment(id).leg().handOvers().getFirst().at();
        drill.checks()
                .add(
                        "the procedure was checked before the departure",
                        !view.findings().rules().isEmpty(),
                        String.join(", ", view.findings().rules()));
        drill.found()
                .add(new Found.Departed(
                        id.value(),
                        packed.caseId(),
                        packed.seal(),
                        released,
                        Scenario.DUE,
                        view.ifLost().exposure().persons(),
                        Phrases.english(Scenario.ZONE).say(view.ifLost().readableBy()),
                        view.findings().explain(Locale.ENGLISH)));
        return "released " + Words.time(released) + ", due " + Words.time(Scenario.DUE) + "; if it never arrives: "
                + Words.count(view.ifLost().exposure().persons(), "person");
    }

    /**
     * Plans, releases and has it taken; throws if the procedure or the seal speaks against it.
     *
     * @return what both signers were shown
     */
    private static DepartureView depart(Drill drill, Consignments consignments, CaseId box, SealNumber seal) {
        NewConsignment plan =
                new NewConsignment(Office.TOWER.id(), Office.QUEENSWAY.id(), Set.of(box), Office.COURIER, Scenario.DUE);
        ConsignmentId id = consignments.plan(plan, Office.OPERATOR);
        DepartureView shown = consignments.departure(id, Office.GIVER);
        consignments.release(id, shown.confirm(seal), Office.GIVER);
        drill.clock().pass(A_MOMENT);
        consignments.take(id, consignments.taking(id).confirm(seal), Office.COURIER);
        return shown;
    }

    /** Where the case that goes missing stands. */
    static Consignment consignment(Drill drill) {
        String id = drill.found().get(Found.Departed.class).consignment();
        return drill.service(Consignments.class).consignment(new ConsignmentId(id));
    }
}
