package holdfast.server.incident;

import holdfast.server.incident.ReportField.Section;
import java.util.List;

/** To the Police and the Security Bureau, neither of which prescribes a form that Holdfast could read. */
final class OfficerForms {
    private final Pieces pieces;
    private final FormFiller fill;
    private final CaseFacts facts;

    OfficerForms(Pieces pieces) {
        this.pieces = pieces;
        this.fill = pieces.fill;
        this.facts = pieces.facts;
    }

    List<Section> police() {
        fill.ask(
                        "crime",
                        "Is a crime suspected?",
                        "the ISIRT",
                        "which, and why; its seniors endorse going to the Police")
                .ask(
                        "searched",
                        "Where was it searched?",
                        "the site officers",
                        "places, persons asked, camera footage kept")
                .ask("witnesses", "Witnesses, photographs, footage", "the site officers", "with times and places")
                .empty("case-reference", "Police case reference", "given by the Police");
        Section questions = fill.section("For the Police");
        return List.of(
                pieces.office.department(),
                pieces.office.times(),
                trip(),
                pieces.media.media(),
                pieces.story.whatHappened(),
                questions,
                pieces.story.told(),
                pieces.story.events());
    }

    private Section trip() {
        if (facts.journey().isEmpty()) {
            fill.ask("trip", "Where they were last", "the site officers", "no trip is recorded for these media");
            return fill.section("The trip");
        }
        CaseFacts.Journey trip = facts.journey().get();
        fill.text("trip", "Consignment", trip.consignment() + ", from " + trip.from() + " to " + trip.to(), "ledger")
                .text(
                        "cases",
                        "Cases and seals",
                        String.join(", ", trip.cases()) + "; seal " + String.join(", ", trip.seals()),
                        "ledger")
                .text(
                        "giver",
                        "Released by",
                        trip.giver()
                                + trip.released()
                                        .map(at -> ", " + fill.time(at))
                                        .orElse(""),
                        "ledger")
                .text(
                        "carrier",
                        "Carried by",
                        trip.carrier()
                                + trip.taken()
                                        .map(at -> ", taken " + fill.time(at))
                                        .orElse(""),
                        "ledger")
                .text("due", "Receipt due", fill.time(trip.due()) + ", not given", "ledger");
        return fill.section("The trip");
    }

    List<Section> securityBureau() {
        fill.ask(
                        "period",
                        "Period for this report",
                        "the Departmental Security Officer",
                        "it stands in the Security Regulations, which Holdfast has not read")
                .ask("damage", "Damage if the contents were read", "the owner of the information", "");
        pieces.assessed();
        Section judged = fill.section("For the Security Bureau");
        return List.of(
                pieces.office.department(),
                pieces.office.times(),
                pieces.media.media(),
                pieces.media.personalData(true),
                pieces.story.whatHappened(),
                judged,
                pieces.story.actions(),
                pieces.story.told());
    }
}
