package holdfast.server.incident;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parts that forms are put together from, filled from the same facts. */
final class Pieces {
    final FormFiller fill;
    final CaseFacts facts;
    final OfficeBlocks office;
    final StoryBlocks story;
    final MediaBlocks media;

    Pieces(CaseFacts facts) {
        this.facts = facts;
        this.fill = new FormFiller(facts);
        this.office = new OfficeBlocks(fill);
        this.story = new StoryBlocks(fill);
        this.media = new MediaBlocks(fill);
    }

    void assessed() {
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

    void notified() {
        Optional<NoticeFigures.Figures> figures = facts.notices().filter(one -> one.planned() > 0);
        if (figures.isEmpty()) {
            fill.ask("informed", "Persons informed?", "the data protection officer", "when and how, or why not");
        } else {
            String since =
                    figures.get().first().map(at -> ", since " + fill.time(at)).orElse("");
            fill.text(
                    "informed",
                    "Persons informed?",
                    MediaBlocks.grouped(figures.get().settled()) + " of "
                            + MediaBlocks.grouped(figures.get().planned())
                            + " notices delivered to a mail server or printed"
                            + since + ".",
                    "notices");
        }
    }

    /** The lists of the preliminary report: category, components, impact. */
    ReportField.Section category() {
        fill.choices(
                        "category",
                        "Category",
                        List.of(
                                "Abuse of systems",
                                "Compromise of systems or data",
                                "Denial of service",
                                "Leak of classified data",
                                "Masquerading",
                                "Loss of mobile devices or removable media with classified data",
                                "Massive malware",
                                "Defacement",
                                "Ransomware",
                                "Other"),
                        Set.of("Loss of mobile devices or removable media with classified data"),
                        "preset for lost media; change where wrong")
                .choices(
                        "components",
                        "Components",
                        List.of("E-mail", "Hardware", "Information or data", "Network", "Software", "Website", "Other"),
                        Set.of("Hardware", "Information or data"),
                        "preset for lost media")
                .choices(
                        "impact",
                        "Impact",
                        List.of("Confidentiality", "Integrity", "Availability", "Image of the Government", "Other"),
                        Set.of("Confidentiality"),
                        "preset; the ISIRT judges")
                .ask("interruption", "Interruption of service", "the system manager", "none, or since when")
                .ask("system-status", "Status of the system", "the system manager", "in operation, limited, stopped");
        return fill.section("Category and impact");
    }
}
