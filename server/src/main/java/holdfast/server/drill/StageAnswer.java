package holdfast.server.drill;

import holdfast.server.custody.ConsignmentId;
import holdfast.server.custody.Consignments;
import holdfast.server.custody.DepartureView;
import holdfast.server.custody.NewConsignment;
import holdfast.server.custody.RefusedException;
import holdfast.server.incident.IncidentId;
import holdfast.server.media.CaseId;
import holdfast.server.media.SealNumber;
import holdfast.server.notice.Enquiries;
import holdfast.server.procedure.Procedures;
import holdfast.server.procedure.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Persons ask; the procedure is refined, and the next departure that does not satisfy it is refused. */
final class StageAnswer implements Stage {
    private static final CaseId NEXT_CASE = new CaseId("K-09");
    private static final SealNumber NEXT_SEAL = new SealNumber("004419");
    private static final Duration NEXT_TRIP = Duration.ofHours(2);

    /** 'Disperse': no single departure may expose more than this share of the persons of the event. */
    private static final long CEILING = 10_000;

    private static final String NOBODYS_REFERENCE = "0000-0000-0000";

    @Override
    public String title() {
        return "Answering persons, refining the procedure";
    }

    @Override
    public String run(Drill drill) throws Exception {
        IncidentId incident = StageReport.incident(drill);
        String reference = References.fromANotice(drill);
        String answer = askThePublicPage(drill, reference);
        Enquiries.Enquiry enquiry = drill.service(Enquiries.class)
                .log(
                        incident,
                        Enquiries.Way.TELEPHONE,
                        reference,
                        "The caller received a notice and asks whether anybody can read the tapes.",
                        "No sign of it: they are encrypted, and the keys never travelled with them.",
                        Office.DPO);
        String refused = nextDeparture(drill);
        drill.found().add(new Found.Answered(reference, answer, "enquiry " + enquiry.id(), refused));
        return "one asked on the public page, one by telephone; the next departure was refused";
    }

    /** As a person with a reference, and as somebody who makes one up: the answers must differ. */
    private static String askThePublicPage(Drill drill, String reference) throws Exception {
        try (PublicPage page = new PublicPage(drill.port())) {
            String answer = page.ask(reference);
            String stranger = page.ask(NOBODYS_REFERENCE);
            drill.checks()
                    .add(
                            "a person with a reference gets a plain answer on the public page, a made-up one another",
                            !answer.isBlank() && !answer.equals(stranger),
                            answer + " / " + stranger);
            return answer;
        }
    }

    /** The same departure is permitted before the procedure is refined, and refused after. */
    private static String nextDeparture(Drill drill) {
        Consignments consignments = drill.service(Consignments.class);
        StagePack.close(
                drill,
                NEXT_CASE,
                NEXT_SEAL,
                List.of(drill.found().get(Found.Written.class).spare()));
        ConsignmentId id = consignments.plan(
                new NewConsignment(
                        Office.TOWER.id(),
                        Office.QUEENSWAY.id(),
                        Set.of(NEXT_CASE),
                        Office.COURIER,
                        drill.clock().instant().plus(NEXT_TRIP)),
                Office.OPERATOR);
        boolean permittedBefore =
                consignments.departure(id, Office.GIVER).findings().permits();
        refine(drill);
        DepartureView after = consignments.departure(id, Office.GIVER);
        String said = refusal(consignments, id, after);
        drill.checks()
                .add(
                        "the refined procedure refuses a departure that the old one permitted",
                        permittedBefore && !said.isEmpty(),
                        said);
        return after.findings().explain(Locale.ENGLISH).lines().findFirst().orElse("");
    }

    private static void refine(Drill drill) {
        Procedures procedures = drill.service(Procedures.class);
        List<Rule> rules = new ArrayList<>(StageOffice.RULES);
        rules.add(new Rule.ClassificationLabel());
        rules.add(new Rule.ExposureCeiling(CEILING));
        int number = procedures
                .propose(
                        new Procedures.NewProcedure(
                                "Transit of backup media, refined",
                                "After the loss: a label on every case, and no more than "
                                        + Words.count(CEILING, "person") + " in one departure.",
                                rules),
                        Office.MANAGER)
                .number();
        procedures.approve(number, Office.HEAD);
    }

    /** What the release was answered; empty if it went through. */
    private static String refusal(Consignments consignments, ConsignmentId id, DepartureView view) {
        try {
            consignments.release(id, view.confirm(NEXT_SEAL), Office.GIVER);
            return "";
        } catch (RefusedException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
