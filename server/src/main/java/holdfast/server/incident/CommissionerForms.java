package holdfast.server.incident;

import holdfast.server.incident.ReportField.Section;
import java.util.List;

/** To those who protect personal data: Hong Kong's Privacy Commissioner, an authority of the European Union, the ICO. */
final class CommissionerForms {
    private final Pieces pieces;
    private final FormFiller fill;

    CommissionerForms(Pieces pieces) {
        this.pieces = pieces;
        this.fill = pieces.fill;
    }

    List<Section> pcpd() {
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
        pieces.assessed();
        pieces.notified();
        Section assessment = fill.section("4  Assessment and remedy");
        return List.of(
                user,
                contact,
                pieces.office.times(),
                pieces.story.whatHappened(),
                pieces.media.personalData(true),
                contractor,
                assessment,
                pieces.story.actions(),
                pieces.story.told());
    }

    /** Article 33(3): nature, numbers, contact, consequences, measures; in phases where something is not known yet. */
    List<Section> european() {
        fill.profile("controller", "Controller", ProfileField.OFFICE_EN)
                .profile("contact", "Contact point", ProfileField.REPORTER)
                .profile("contact-tel", "Telephone", ProfileField.REPORTER_OFFICE_TEL)
                .profile("contact-email", "E-mail", ProfileField.REPORTER_EMAIL)
                .ask(
                        "eu-authority",
                        "Competent authority",
                        "the data protection officer",
                        "which member state, and why")
                .ask(
                        "eu-persons",
                        "Of these, persons in the European Union",
                        "the data protection officer",
                        "about how many, and how that is known: no register states a country");
        Section who = fill.section("Controller and authority");
        return List.of(
                who,
                pieces.office.times(),
                pieces.story.whatHappened(),
                pieces.media.media(),
                pieces.media.personalData(true),
                consequences("eu-high-risk", "High risk to persons? (Art. 34)"),
                pieces.story.actions(),
                late("eu-late"),
                pieces.story.told());
    }

    /** The ICO's report, as a copy of its form shows it: no names, no contact details of those affected. */
    List<Section> british() {
        fill.choices("uk-kind", "Report", List.of("Initial report", "Follow-up report"), kind(), "incident file")
                .profile("controller", "Organisation", ProfileField.OFFICE_EN)
                .profile("contact", "Contact person", ProfileField.REPORTER)
                .profile("contact-tel", "Telephone", ProfileField.REPORTER_OFFICE_TEL)
                .profile("contact-email", "E-mail", ProfileField.REPORTER_EMAIL)
                .ask("uk-cyber", "Is it a cyber incident?", "the ISIRT", "yes, no, or not known")
                .ask(
                        "uk-persons",
                        "Of these, persons in the United Kingdom",
                        "the data protection officer",
                        "about how many, and how that is known: no register states a country");
        Section about = fill.section("About the report");
        fill.ask(
                "uk-likelihood",
                "Likelihood of significant consequences",
                "the data protection officer",
                "very likely, likely, neutral, unlikely, very unlikely");
        Section likelihood = fill.section("Likelihood");
        return List.of(
                about,
                pieces.office.times(),
                pieces.story.whatHappened(),
                pieces.media.personalData(true),
                consequences("uk-high-risk", "High risk to persons?"),
                likelihood,
                pieces.story.actions(),
                late("uk-late"),
                pieces.story.told());
    }

    private java.util.Set<String> kind() {
        boolean followUp = pieces.facts.sent().stream().anyMatch(one -> one.form() == Form.UK_ICO);
        return java.util.Set.of(followUp ? "Follow-up report" : "Initial report");
    }

    private Section consequences(String id, String label) {
        fill.ask(
                "consequences",
                "Likely consequences",
                "the data protection officer",
                "for the persons, in plain words");
        pieces.assessed();
        fill.ask(id, label, "the data protection officer", "yes or no, and why");
        pieces.notified();
        return fill.section("Consequences and persons");
    }

    private Section late(String id) {
        fill.ask(
                id,
                "If later than 72 hours: why",
                "the data protection officer",
                "the reasons for the delay; 'in time' where it is not late");
        return fill.section("Delay");
    }
}
