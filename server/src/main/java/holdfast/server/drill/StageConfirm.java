package holdfast.server.drill;

import holdfast.server.exposure.Exposure;
import holdfast.server.exposure.ExposureReport;
import holdfast.server.incident.Assessment;
import holdfast.server.incident.Assessments;
import holdfast.server.incident.Incident;
import holdfast.server.incident.IncidentId;
import holdfast.server.incident.Incidents;
import holdfast.server.incident.Mark;
import holdfast.server.incident.OnsetWindow;
import holdfast.server.keys.CartridgeKeys;
import holdfast.server.keys.KeyEvidence;
import holdfast.server.keys.KeyPlace;
import holdfast.server.keys.KeyStanding;
import holdfast.server.platform.Phrases;
import holdfast.server.record.Ref;
import holdfast.tape.Barcode;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** The incident that the deadline opened is looked into; the loss is confirmed and contained. */
final class StageConfirm implements Stage {
    private static final Phrases ENGLISH = Phrases.english(Scenario.ZONE);
    private static final Duration TO_LOOK_INTO_IT = Duration.ofMinutes(20);
    private static final Duration TO_SEARCH = Duration.ofMinutes(50);
    private static final Duration ASSESSMENT_HOLDS = Duration.ofDays(7);

    @Override
    public String title() {
        return "Confirming the loss, quarantining the keys";
    }

    @Override
    public String run(Drill drill) {
        Incidents incidents = drill.service(Incidents.class);
        Ref consignment =
                new Ref("consignment", drill.found().get(Found.Departed.class).consignment());
        Incident opened = incidents
                .about(consignment)
                .orElseThrow(() -> new IllegalStateException("the deadline opened no incident about " + consignment));
        drill.checks()
                .add(
                        "the incident was opened by the deadline, not by a person",
                        opened.openedByTheDeadline(),
                        ENGLISH.say(opened.how()));
        Set<Barcode> lost = drill.found().get(Found.Packed.class).barcodes().stream()
                .map(Barcode::new)
                .collect(Collectors.toUnmodifiableSet());
        mark(drill, incidents, opened.id());
        keepEvidence(
                drill,
                lost,
                () -> incidents.confirmLoss(
                        opened.id(),
                        lost,
                        "Both sites and the way between were searched; officer B and both site officers were asked.",
                        Office.HEAD));
        assess(drill, opened.id());
        expose(drill, lost);
        drill.found().add(confirmed(incidents.incident(opened.id())));
        return Words.count(lost.size(), "cartridge") + " lost, "
                + Words.count(drill.found().get(Found.Exposed.class).persons(), "person") + " on them";
    }

    /** Suspicion, onset and awareness, each at its own moment and with its own basis. */
    private static void mark(Drill drill, Incidents incidents, IncidentId id) {
        drill.clock().pass(TO_LOOK_INTO_IT);
        if (incidents.incident(id).at(Mark.SUSPICION).isEmpty()) {
            incidents.mark(id, Mark.SUSPICION, Scenario.DUE, "No receipt at the due time.", Office.DPO);
        }
        OnsetWindow window = incidents
                .proposeOnset(id)
                .orElseThrow(() -> new IllegalStateException("no onset can be proposed for " + id));
        incidents.mark(id, Mark.ONSET, window.from(), ENGLISH.say(window.basis()), Office.DPO);
        drill.clock().pass(TO_SEARCH);
        incidents.mark(
                id,
                Mark.AWARENESS,
                drill.clock().instant(),
                "The search of both sites and of the way found nothing.",
                Office.HEAD);
    }

    private static void keepEvidence(Drill drill, Set<Barcode> lost, Runnable confirm) {
        CartridgeKeys keys = drill.service(CartridgeKeys.class);
        Instant released = drill.found().get(Found.Departed.class).released();
        confirm.run();
        KeyEvidence evidence = keys.evidence(lost, released);
        long quarantined = lost.stream()
                .filter(one -> keys.standing(one).state() == KeyStanding.State.QUARANTINED)
                .count();
        drill.found()
                .add(new Found.Keys(
                        (int) quarantined,
                        evidence.uses(),
                        evidence.cipher(),
                        evidence.places().stream().map(KeyPlace::store).toList(),
                        evidence.cannotSee().stream().map(ENGLISH::say).toList()));
        drill.checks().same("every key of a lost cartridge is quarantined", lost.size(), quarantined);
        drill.checks().same("no key was used between the release and the quarantine", 0, evidence.uses());
    }

    private static void assess(Drill drill, IncidentId id) {
        Assessments assessments = drill.service(Assessments.class);
        assessments.draft(id, Office.DPO);
        Assessment signed = assessments.sign(id, ASSESSMENT_HOLDS, Office.DPO);
        drill.checks()
                .add(
                        "the assessment is signed and cites its evidence",
                        signed.stands(drill.clock().instant())
                                && signed.findings().stream()
                                        .anyMatch(finding -> !finding.evidence().isEmpty()),
                        ENGLISH.say(signed.conclusion()));
    }

    private static void expose(Drill drill, Set<Barcode> lost) {
        ExposureReport exposed = drill.service(Exposure.class).of(lost);
        drill.found()
                .add(new Found.Exposed(
                        exposed.persons(), exposed.byCategory(), exposed.byKind(), exposed.byLanguage()));
    }

    private static Found.Confirmed confirmed(Incident incident) {
        return new Found.Confirmed(
                incident.id().toString(),
                incident.at(Mark.ONSET).orElseThrow(),
                incident.at(Mark.SUSPICION).orElseThrow(),
                incident.at(Mark.AWARENESS).orElseThrow(),
                incident.lost().stream().map(Barcode::value).sorted().toList());
    }
}
