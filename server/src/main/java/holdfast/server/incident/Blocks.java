package holdfast.server.incident;

import holdfast.server.media.Cartridge;
import holdfast.server.media.Classification;
import holdfast.server.media.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The groups of fields that several forms share, named after the blocks of the source's Annex C where they come from it. */
final class Blocks {
    private static final String LEDGER = "ledger";

    private final FormFiller fill;
    private final CaseFacts facts;

    Blocks(FormFiller fill) {
        this.fill = fill;
        this.facts = fill.facts;
    }

    /** Block A: department and system, reporter, times. */
    ReportField.Section department() {
        fill.profile("department", "Department", ProfileField.OFFICE_EN)
                .profile("system", "System", ProfileField.SYSTEM_NAME)
                .profile("system-function", "Function of the system", ProfileField.SYSTEM_FUNCTION)
                .profile("tier", "Tier", ProfileField.SYSTEM_TIER)
                .profile("system-place", "Place of the system", ProfileField.SYSTEM_PLACE)
                .profile("operator", "Operated by", ProfileField.SYSTEM_OPERATOR)
                .profile("reporter", "Reporting person", ProfileField.REPORTER)
                .profile("reporter-tel", "Office telephone", ProfileField.REPORTER_OFFICE_TEL)
                .profile("reporter-24h", "Telephone at all hours", ProfileField.REPORTER_24H_TEL)
                .profile("reporter-email", "E-mail", ProfileField.REPORTER_EMAIL);
        return fill.section("Department and reporter");
    }

    /** When it occurred, was discovered, and was first reported. */
    ReportField.Section times() {
        fill.text("own-reference", "Our reference", reference(), "incident file")
                .time(
                        "occurred",
                        "Occurred (onset)",
                        fill.at(Mark.ONSET),
                        "the data protection officer",
                        fill.sourceOf(Mark.ONSET))
                .time(
                        "discovered",
                        "Discovered (suspicion)",
                        fill.at(Mark.SUSPICION),
                        "the data protection officer",
                        fill.sourceOf(Mark.SUSPICION))
                .time(
                        "aware",
                        "Aware (reasonably certain)",
                        fill.at(Mark.AWARENESS),
                        "the data protection officer",
                        fill.sourceOf(Mark.AWARENESS));
        return fill.section("Times");
    }

    String reference() {
        String prefix = facts.profile().getOrDefault(ProfileField.FILE_PREFIX, "");
        return prefix + facts.incident().id();
    }

    /** What happened, as the ledger tells it; how and why only a person can say. */
    ReportField.Section whatHappened() {
        fill.text("what", "What happened", story(), "ledger, draft by Holdfast; to be read by the author")
                .ask("how", "How it happened", "the ISIRT", "the course of events as the inquiry finds it")
                .ask("why", "Why it happened", "the ISIRT", "cause; not known to any record")
                .ask("vulnerabilities", "Weaknesses found", "the ISIRT", "in procedure, equipment or conduct");
        return fill.section("What happened");
    }

    private String story() {
        StringBuilder text = new StringBuilder();
        int n = facts.incident().barcodes().size();
        int lost = facts.incident().lost().size();
        text.append(IncidentFiles.count(n))
                .append(facts.journey().map(j -> " in " + cases(j)).orElse(""));
        facts.journey().ifPresent(j -> {
            text.append(" left ").append(j.from()).append(" for ").append(j.to());
            j.released().ifPresent(at -> text.append(" on ").append(fill.time(at)));
            text.append(", released by ")
                    .append(j.giver())
                    .append(" and carried by ")
                    .append(j.carrier());
            text.append(". Receipt was due ").append(fill.time(j.due())).append(" and was not given");
        });
        text.append(". ").append(fill.said(facts.incident().how()));
        fill.at(Mark.AWARENESS)
                .ifPresent(at -> text.append(" The loss of ")
                        .append(lost)
                        .append(" was confirmed on ")
                        .append(fill.time(at))
                        .append('.'));
        return text.toString().replace("..", ".");
    }

    private static String cases(CaseFacts.Journey journey) {
        return (journey.cases().size() == 1 ? "locked case " : "locked cases ") + String.join(", ", journey.cases())
                + " (seal " + String.join(", ", journey.seals()) + ")";
    }

    /** Each medium: make, model, serial, classification, when and by whom last proved. */
    ReportField.Section media() {
        List<List<String>> rows =
                facts.evidence().cartridges().stream().map(this::mediumRow).toList();
        fill.table(
                "media",
                "Media",
                List.of("Barcode", "Make, model, serial", "Classification", "Last proven possession", "Entry"),
                rows,
                FormFiller.shares(0.15, 0.25, 0.17, 0.29, 0.14),
                "register of cartridges, " + LEDGER);
        fill.text("protection", "Protection", protection(), "key log, counted " + fill.time(facts.now()));
        return fill.section("Media");
    }

    private List<String> mediumRow(Cartridge one) {
        return List.of(
                one.barcode() + " (" + fate(one) + ")",
                one.make() + " " + one.model() + ", " + one.serial(),
                one.classification().name(),
                facts.people().apply(one.lastProven().who()) + ", "
                        + one.lastProven().where() + ", "
                        + fill.time(one.lastProven().when()),
                FormFiller.shortened(one.lastProven().entry().toString()));
    }

    private String fate(Cartridge one) {
        Incident.CartridgeFate fate = facts.incident().cartridges().get(one.barcode());
        return fate == null ? "unknown" : fate.name().toLowerCase(java.util.Locale.ROOT);
    }

    private String protection() {
        StringBuilder text =
                new StringBuilder("Encrypted: " + facts.evidence().keys().cipher() + ", ");
        text.append("each under its own key; the keys do not travel with the media. ");
        text.append("Uses of these keys since the onset: ")
                .append(facts.evidence().keys().uses())
                .append(". ");
        text.append(facts.evidence().allHeldBack() ? "All keys are quarantined." : "Not all keys are quarantined yet.");
        facts.evidence().cartridges().stream()
                .filter(one -> one.origin() instanceof Origin.Foreign)
                .forEach(one -> text.append(" ")
                        .append(one.barcode())
                        .append(": written by other software, encryption as declared: ")
                        .append(((Origin.Foreign) one.origin()).encryption())
                        .append('.'));
        return text.toString();
    }

    /** Persons and kinds of data: kinds only, never a value. */
    ReportField.Section personalData(boolean counts) {
        Classification highest = facts.evidence().cartridges().stream()
                .map(Cartridge::classification)
                .max(java.util.Comparator.naturalOrder())
                .orElse(Classification.RESTRICTED);
        fill.text(
                "classified",
                "Classified data",
                "Yes, " + highest + " (personal data is RESTRICTED at least).",
                "register of cartridges");
        fill.text("personal", "Personal data", facts.exposure().persons() > 0 ? "Yes" : "None found", "exposure");
        fill.text("kinds", "Kinds of data", kinds(), "exposure");
        if (counts) {
            fill.table(
                    "affected",
                    "Persons affected",
                    List.of("Category", "Persons"),
                    counts(),
                    FormFiller.shares(0.7, 0.3),
                    "exposure, counted without the media; each person once in the total");
            if (facts.exposure().unknownAtMost() > 0) {
                fill.text(
                        "unknown",
                        "Not exactly known",
                        "At most " + facts.exposure().unknownAtMost()
                                + " further persons: rows that could not be read, or media with declared contents.",
                        "exposure");
            }
        }
        return fill.section("Data concerned");
    }

    private String kinds() {
        return facts.exposure().byKind().keySet().stream()
                .sorted()
                .map(kind -> kind.replace('-', ' '))
                .collect(Collectors.joining(", "));
    }

    private List<List<String>> counts() {
        List<List<String>> rows = new ArrayList<>();
        facts.exposure().byCategory().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(one -> rows.add(List.of(one.getKey(), grouped(one.getValue()))));
        rows.add(List.of("All persons, each once", grouped(facts.exposure().persons())));
        return rows;
    }

    static String grouped(long n) {
        return String.format(java.util.Locale.UK, "%,d", n).replace(',', ' ');
    }

    /** Who has been told, inside and outside, with times. */
    ReportField.Section told() {
        List<List<String>> rows = new ArrayList<>();
        facts.contacts()
                .forEach(one -> rows.add(List.of(
                        one.party(),
                        one.outside() ? "outside" : "inside",
                        one.channel(),
                        fill.time(one.at()),
                        one.reference())));
        facts.sent()
                .forEach(one ->
                        rows.add(List.of(one.form().authority(), "outside", "report", fill.time(one.sentAt()), "")));
        if (rows.isEmpty()) {
            fill.ask("told", "Told so far", "the data protection officer", "no contact is logged yet");
        } else {
            fill.table(
                    "told",
                    "Told so far",
                    List.of("Party", "", "Channel", "When", "Their reference"),
                    rows,
                    FormFiller.shares(0.3, 0.12, 0.16, 0.24, 0.18),
                    "incident file");
        }
        return fill.section("Told");
    }

    /** What was done to contain it, and what is planned. */
    ReportField.Section actions() {
        List<String> done = new ArrayList<>();
        if (facts.evidence().allHeldBack()) {
            done.add("Keys of all cartridges quarantined in every key store.");
        }
        facts.assessment()
                .filter(one -> one.stands(facts.now()))
                .ifPresent(one -> done.add("Assessment signed by "
                        + one.signedBy().map(facts.people()).orElse("") + ", counted " + fill.time(one.countedAt())
                        + ": "
                        + fill.said(one.conclusion())));
        done.add("Persons on the media determined from the record: "
                + grouped(facts.exposure().persons()) + ".");
        facts.notices()
                .filter(one -> one.planned() > 0)
                .ifPresent(one -> done.add("Notices to persons: " + grouped(one.planned()) + " planned, "
                        + grouped(one.settled()) + " delivered to a mail server or printed."));
        fill.text("actions", "Actions taken", String.join("\n", done), "incident file, key log, exposure")
                .ask("planned", "Actions planned", "the ISIRT", "with dates")
                .ask("outstanding", "Actions outstanding", "the ISIRT", "with owners");
        return fill.section("Actions");
    }

    /** Block G: the Director's view, and the reports under General Circular 6/2024. */
    ReportField.Section director() {
        Optional<Instant> informed = facts.contacts().stream()
                .filter(one -> one.party().contains("Director"))
                .map(Contacted::at)
                .findFirst();
        fill.time("director-informed", "Director informed", informed, "the ISIRT Commander", "incident file");
        Boolean embarrassed = facts.judgements().get(Condition.GOVERNMENT_EMBARRASSED);
        if (embarrassed == null) {
            fill.ask("embarrassed", "Government embarrassed?", "the Director of Bureau", "yes or no");
        } else {
            fill.text(
                    "embarrassed", "Government embarrassed?", embarrassed ? "Yes" : "No", "incident file, as decided");
        }
        return fill.section("Director of Bureau");
    }

    /** Block M: enquiries by number. */
    ReportField.Section enquiries() {
        NoticeFigures.Figures none = new NoticeFigures.Figures(0, 0, Optional.empty(), 0, 0);
        NoticeFigures.Figures figures = facts.notices().orElse(none);
        fill.text("media-enquiries", "Enquiries of the media", grouped(figures.mediaEnquiries()), "enquiry desk")
                .text(
                        "public-enquiries",
                        "Enquiries of the public",
                        grouped(figures.publicEnquiries()),
                        "enquiry desk");
        return fill.section("Enquiries");
    }

    /** What happened, line by line, each with its ledger entry. */
    ReportField.Section events() {
        List<TimelineLine> last = facts.timeline().stream()
                .skip(Math.max(0, facts.timeline().size() - 60L))
                .toList();
        List<List<String>> rows = last.stream()
                .map(line -> List.of(
                        fill.shortTime(line.at()),
                        line.words(),
                        facts.people().apply(line.actor()),
                        line.index().isPresent() ? "no. " + line.index().getAsLong() : "pending"))
                .toList();
        fill.table(
                "events",
                "Events",
                List.of("When", "What", "Who", "Entry"),
                rows,
                FormFiller.shares(0.19, 0.47, 0.22, 0.12),
                "ledger");
        return fill.section("Events");
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
