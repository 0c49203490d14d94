package holdfast.server.incident;

import holdfast.server.incident.ReportField.Section;
import java.util.List;

/** To the Director of Bureau: the initial and the full report (Annexes C.4.1, C.4.2; General Circular 6/2024). */
final class BureauForms {
    private final Pieces pieces;
    private final FormFiller fill;
    private final CaseFacts facts;

    BureauForms(Pieces pieces) {
        this.pieces = pieces;
        this.fill = pieces.fill;
        this.facts = pieces.facts;
    }

    List<Section> initial() {
        fill.ask("crime", "Is a crime suspected?", "the ISIRT", "which, and why")
                .ask("status", "Status", "the system manager", "full or limited")
                .profile("ditso", "PPIC or Departmental IT Security Officer", ProfileField.DITSO)
                .profile("director", "Director", ProfileField.DIRECTOR)
                .ask(
                        "endorsement",
                        "Endorsed by the Director",
                        "the Director of Bureau",
                        "yes or no, with remarks and date");
        Section endorsement = fill.section("Status and endorsement");
        return List.of(
                pieces.office.department(),
                pieces.office.times(),
                pieces.story.whatHappened(),
                pieces.media.media(),
                pieces.media.personalData(false),
                pieces.story.told(),
                pieces.story.actions(),
                endorsement,
                pieces.office.enquiries());
    }

    List<Section> full() {
        String initial = facts.sent().stream()
                .filter(one -> one.form() == Form.BUREAU_C41)
                .findFirst()
                .map(one -> "Sent " + fill.time(one.sentAt()) + ", reference " + pieces.office.reference())
                .orElse("");
        if (initial.isEmpty()) {
            fill.ask("initial-report", "Initial report (C.4.1), attached", "the ISIRT", "none was sent from this file");
        } else {
            fill.text("initial-report", "Initial report (C.4.1), attached", initial, "incident file");
        }
        fill.ask(
                        "pcpd-form",
                        "Form to the PCPD, attached",
                        "the data protection officer",
                        "attach the one that went out")
                .ask("status", "Status", "the system manager", "full or limited; with the timetable if limited")
                .ask("result", "Result of the incident", "the ISIRT", "")
                .ask(
                        "accountability",
                        "Accountability and follow-up on responsible parties",
                        "the Head of the department",
                        "with evidence; no record can answer this")
                .profile("ditso", "PPIC or Departmental IT Security Officer", ProfileField.DITSO)
                .profile("director", "Director", ProfileField.DIRECTOR)
                .ask(
                        "full-endorsement",
                        "Endorsed by the Director",
                        "the Director of Bureau",
                        "yes or no, with the date");
        Section ending = fill.section("Result, accountability, endorsement");
        pieces.notified();
        Section informed = fill.section("Persons informed");
        return List.of(
                pieces.office.department(),
                pieces.office.times(),
                pieces.story.whatHappened(),
                pieces.media.media(),
                pieces.media.personalData(true),
                informed,
                pieces.story.told(),
                pieces.story.actions(),
                pieces.story.inquiry(),
                pieces.story.events(),
                ending,
                pieces.office.enquiries());
    }
}
