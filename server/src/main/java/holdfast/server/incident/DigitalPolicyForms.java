package holdfast.server.incident;

import holdfast.server.incident.ReportField.Section;
import holdfast.server.record.ActorId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** To the Digital Policy Office: preliminary, interim and post-incident report (Annexes C.2, C.3.1, C.3.2). */
final class DigitalPolicyForms {
    private final Pieces pieces;
    private final FormFiller fill;
    private final CaseFacts facts;

    DigitalPolicyForms(Pieces pieces) {
        this.pieces = pieces;
        this.fill = pieces.fill;
        this.facts = pieces.facts;
    }

    List<Section> preliminary() {
        Optional<Instant> called = facts.contacts().stream()
                .filter(one -> one.ruleId().equals("hk-giro-phone"))
                .map(Contacted::at)
                .findFirst();
        fill.time("reported", "Reported to GIRO-SO", called, "the ISIRT Commander", "incident file")
                .empty("giro-reference", "GIRO reference", "given by GIRO-SO");
        Section reported = fill.section("First report");
        return List.of(
                pieces.office.department(),
                pieces.office.times(),
                reported,
                pieces.story.whatHappened(),
                pieces.category(),
                pieces.media.media(),
                pieces.media.personalData(false),
                pieces.story.told(),
                pieces.story.actions(),
                pieces.office.director(),
                pieces.office.enquiries());
    }

    List<Section> interim() {
        fill.ask("status-update", "Status update", "the ISIRT", "since the last report");
        Section update = fill.section("Update");
        return List.of(
                pieces.office.department(),
                pieces.office.times(),
                pieces.story.whatHappened(),
                update,
                pieces.office.director());
    }

    List<Section> postIncident() {
        fill.ask("other-sites", "Other sites or systems affected", "the ISIRT", "which, or none")
                .ask("police-result", "Result of the Police investigation", "the ISIRT", "as far as the Police say");
        Section reach = fill.section("Reach");
        List<Section> sections = new ArrayList<>(List.of(
                pieces.office.department(),
                pieces.office.times(),
                pieces.story.whatHappened(),
                pieces.category(),
                pieces.media.media(),
                reach,
                pieces.media.personalData(true),
                pieces.story.told(),
                pieces.story.done(),
                pieces.story.events(),
                personnel(),
                pieces.story.inquiry(),
                perpetrator(),
                cost(),
                pieces.office.director(),
                pieces.office.enquiries()));
        return List.copyOf(sections);
    }

    /** Everybody who acted, by the ledger: name and post, and what they are by the file. */
    private Section personnel() {
        Set<String> names = new TreeSet<>();
        facts.timeline().stream()
                .map(TimelineLine::actor)
                .filter(one -> !one.equals(ActorId.SYSTEM))
                .map(facts.people())
                .forEach(names::add);
        List<List<String>> rows = names.stream().map(List::of).toList();
        fill.table("personnel", "Personnel", List.of("Name, post"), rows, FormFiller.shares(1.0), "ledger");
        fill.ask("personnel-contacts", "Their telephones, e-mail and parts", "the ISIRT", "for each of them");
        return fill.section("Personnel");
    }

    private Section perpetrator() {
        fill.ask("perpetrator", "Perpetrator", "the ISIRT", "person, organised group, none, unknown, other")
                .ask("motive", "Motive", "the ISIRT", "financial, hacking, political, revenge, unknown, other")
                .ask("malware", "Malware found", "the ISIRT", "which, or none");
        return fill.section("Perpetrator");
    }

    private Section cost() {
        pieces.notified();
        fill.ask("cost", "Cost", "the system manager", "loss, recovery, manpower")
                .ask("prevention", "Prevention", "the ISIRT", "what is changed so that it does not happen again")
                .ask("lessons", "Lessons learned", "the ISIRT", "");
        return fill.section("Cost and lessons");
    }
}
