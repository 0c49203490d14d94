package holdfast.server.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happened and what was done about it, as the ledger and the file tell it. */
final class StoryBlocks {
    private static final String ACTED = "incident file, key log, exposure";

    private final FormFiller fill;
    private final CaseFacts facts;

    StoryBlocks(FormFiller fill) {
        this.fill = fill;
        this.facts = fill.facts;
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
        fill.text("actions", "Actions taken", doneSoFar(), ACTED);
        Stream<CaseWork.CaseAction> open =
                facts.actions().stream().filter(one -> one.doneAt().isEmpty());
        String planned = open.map(one ->
                        one.what() + " (" + facts.people().apply(one.owner()) + ", due " + fill.time(one.due()) + ")")
                .collect(Collectors.joining("\n"));
        if (planned.isEmpty()) {
            fill.ask("planned", "Actions planned", "the ISIRT", "with dates");
        } else {
            fill.text("planned", "Actions planned", planned, "incident file");
        }
        fill.ask("outstanding", "Actions outstanding", "the ISIRT", "with owners");
        return fill.section("Actions");
    }

    /** What was done, for a report at the end: nothing is planned any more. */
    ReportField.Section done() {
        fill.text("actions", "Actions taken", doneSoFar(), ACTED);
        return fill.section("Actions");
    }

    /** What the inquiry found, each finding with what it rests on, and what came of the actions. */
    ReportField.Section inquiry() {
        List<List<String>> findings = facts.findings().stream()
                .map(one -> List.of(
                        one.text(),
                        one.evidence().isEmpty()
                                ? "no entry cited"
                                : one.evidence().stream()
                                        .map(entry -> FormFiller.shortened(entry.toString()))
                                        .collect(Collectors.joining(", ")),
                        facts.people().apply(one.by()) + ", " + fill.time(one.at())))
                .toList();
        if (findings.isEmpty()) {
            fill.ask("findings", "Findings of the inquiry, with evidence", "the ISIRT", "none is recorded yet");
        } else {
            fill.table(
                    "findings",
                    "Findings of the inquiry",
                    List.of("Finding", "Ledger entries", "Found by"),
                    findings,
                    FormFiller.shares(0.52, 0.2, 0.28),
                    "incident file");
        }
        return fill.section("Inquiry");
    }

    private String doneSoFar() {
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
                + MediaBlocks.grouped(facts.exposure().persons()) + ".");
        facts.notices()
                .filter(one -> one.planned() > 0)
                .ifPresent(one -> done.add("Notices to persons: " + MediaBlocks.grouped(one.planned()) + " planned, "
                        + MediaBlocks.grouped(one.settled()) + " delivered to a mail server or printed."));
        return String.join("\n", done);
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
}
