package holdfast.server.incident;

import holdfast.server.incident.ReportField.Section;
import holdfast.server.incident.ReportField.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Fills the forms. Field names are the source's; the words around them are ours, since its text may not be copied. */
final class Forms {
    private final FormFiller fill;
    private final CaseFacts facts;
    private final Blocks blocks;

    Forms(CaseFacts facts) {
        this.facts = facts;
        this.fill = new FormFiller(facts);
        this.blocks = new Blocks(fill);
    }

    List<Section> fill(Form form) {
        return switch (form) {
            case POLICE -> police();
            case PCPD -> pcpd();
            case SECURITY_BUREAU -> securityBureau();
            case DPO_C2 -> preliminary();
            case BUREAU_C41 -> initial();
            case DPO_C31 -> interim();
        };
    }

    static String title(Form form) {
        return switch (form) {
            case POLICE -> "Report of lost backup media";
            case PCPD -> "Data breach notification";
            case SECURITY_BUREAU -> "Report on classified data in lost media";
            case DPO_C2 -> "Preliminary information security incident report (C.2)";
            case BUREAU_C41 -> "Initial report (C.4.1)";
            case DPO_C31 -> "Interim report (C.3.1)";
        };
    }

    /** Whose form it follows, and how far its text was read. */
    static String basis(Form form) {
        return switch (form) {
            case POLICE -> "No form is prescribed; the fields follow ISPG-SM02 v1.8, Annex F.";
            case PCPD -> "Parts as in the PCPD's notification form; items within them in part recalled: unverified.";
            case SECURITY_BUREAU ->
                "The Security Regulations are not public; the fields follow what ISPG-SM02 v1.8 asks on C.2 and C.4: unverified.";
            case DPO_C2 -> "Fields of ISPG-SM02 v1.8, Annex C.2.";
            case BUREAU_C41 -> "Fields of ISPG-SM02 v1.8, Annex C.4.1; General Circular 6/2024.";
            case DPO_C31 -> "Fields of ISPG-SM02 v1.8, Annex C.3.1.";
        };
    }

    private List<Section> police() {
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
                blocks.department(),
                blocks.times(),
                trip(),
                blocks.media(),
                blocks.whatHappened(),
                questions,
                blocks.told(),
                blocks.events());
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

    private List<Section> pcpd() {
        fill.profile("data-user", "Data user", ProfileField.OFFICE_EN).profile("sector", "Sector", ProfileField.SECTOR);
        Section user = fill.section("1  Data user");
        fill.profile("contact", "Contact person", ProfileField.REPORTER)
                .profile("contact-tel", "Telephone", ProfileField.REPORTER_OFFICE_TEL)
                .profile("contact-email", "E-mail", ProfileField.REPORTER_EMAIL);
        Section contact = fill.section("2  Contact");
        fill.profile("contractor", "Contractor engaged?", ProfileField.CONTRACTORS);
        Section contractor = fill.section("3  Particulars: contractor");
        fill.ask("cause", "Cause", "the ISIRT", "as the inquiry finds it")
                .ask(
                        "risk",
                        "Potential risk of harm",
                        "the data protection officer",
                        "personal safety; identity theft; financial loss; humiliation or reputation; business or job");
        assessed();
        notified();
        Section assessment = fill.section("4  Assessment and remedy");
        return List.of(
                user,
                contact,
                blocks.times(),
                blocks.whatHappened(),
                blocks.personalData(true),
                contractor,
                assessment,
                blocks.actions(),
                blocks.told());
    }

    private void assessed() {
        Optional<Assessment> standing = facts.assessment().filter(one -> one.stands(facts.now()));
        if (standing.isEmpty()) {
            fill.ask(
                    "assessment",
                    "Assessment of readability",
                    "the data protection officer",
                    "no signed assessment stands");
            return;
        }
        Assessment one = standing.get();
        String until = one.expiresAt().map(fill::time).orElse("");
        fill.text(
                "assessment",
                "Assessment of readability",
                fill.said(one.conclusion()) + " What the evidence cannot show: " + fill.said(one.cannotSee()),
                "assessment signed by " + one.signedBy().map(facts.people()).orElse("") + ", valid until " + until);
    }

    private void notified() {
        Optional<NoticeFigures.Figures> figures = facts.notices().filter(one -> one.planned() > 0);
        if (figures.isEmpty()) {
            fill.ask("informed", "Persons informed?", "the data protection officer", "when and how, or why not");
        } else {
            String since =
                    figures.get().first().map(at -> ", since " + fill.time(at)).orElse("");
            fill.text(
                    "informed",
                    "Persons informed?",
                    Blocks.grouped(figures.get().settled()) + " of "
                            + Blocks.grouped(figures.get().planned()) + " notices delivered to a mail server or printed"
                            + since + ".",
                    "notices");
        }
    }

    private List<Section> securityBureau() {
        fill.ask(
                        "period",
                        "Period for this report",
                        "the Departmental Security Officer",
                        "it stands in the Security Regulations, which Holdfast has not read")
                .ask("damage", "Damage if the contents were read", "the owner of the information", "");
        assessed();
        Section judged = fill.section("For the Security Bureau");
        return List.of(
                blocks.department(),
                blocks.times(),
                blocks.media(),
                blocks.personalData(true),
                blocks.whatHappened(),
                judged,
                blocks.actions(),
                blocks.told());
    }

    private List<Section> preliminary() {
        Optional<Instant> called = facts.contacts().stream()
                .filter(one -> one.ruleId().equals("hk-giro-phone"))
                .map(Contacted::at)
                .findFirst();
        fill.time("reported", "Reported to GIRO-SO", called, "the ISIRT Commander", "incident file")
                .empty("giro-reference", "GIRO reference", "given by GIRO-SO");
        Section reported = fill.section("First report");
        return List.of(
                blocks.department(),
                blocks.times(),
                reported,
                blocks.whatHappened(),
                blocks.category(),
                blocks.media(),
                blocks.personalData(false),
                blocks.told(),
                blocks.actions(),
                blocks.director(),
                blocks.enquiries());
    }

    private List<Section> initial() {
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
                blocks.department(),
                blocks.times(),
                blocks.whatHappened(),
                blocks.media(),
                blocks.personalData(false),
                blocks.told(),
                blocks.actions(),
                endorsement,
                blocks.enquiries());
    }

    private List<Section> interim() {
        fill.ask("status-update", "Status update", "the ISIRT", "since the last report");
        Section update = fill.section("Update");
        return List.of(blocks.department(), blocks.times(), blocks.whatHappened(), update, blocks.director());
    }

    /** The fields nobody has answered yet. */
    static List<AuthorityReport.OpenField> open(List<Section> sections) {
        return sections.stream()
                .flatMap(section -> section.fields().stream())
                .filter(ReportField::open)
                .map(field ->
                        new AuthorityReport.OpenField(field.id(), field.label(), ((Value.Open) field.value()).by()))
                .distinct()
                .toList();
    }
}
