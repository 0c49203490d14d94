package holdfast.server.console.incident;

import holdfast.server.console.custody.ConsignmentLine;
import holdfast.server.console.draw.CustodyDrawing;
import holdfast.server.console.page.Names;
import holdfast.server.console.page.ProofView;
import holdfast.server.console.say.Say;
import holdfast.server.custody.ConsignmentId;
import holdfast.server.custody.Consignments;
import holdfast.server.exposure.Exposure;
import holdfast.server.incident.Assessment;
import holdfast.server.incident.Assessments;
import holdfast.server.incident.AuthorityReport;
import holdfast.server.incident.AuthorityReports;
import holdfast.server.incident.Form;
import holdfast.server.incident.Incident;
import holdfast.server.incident.IncidentId;
import holdfast.server.incident.Incidents;
import holdfast.server.incident.Mark;
import holdfast.server.incident.Moment;
import holdfast.server.incident.TimelineLine;
import holdfast.server.record.LedgerBook;
import holdfast.server.record.Proof;
import holdfast.server.watch.RungReached;
import holdfast.server.watch.Watch;
import holdfast.tape.Barcode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** An incident's file on one page: what happened, whose data, whether it can be read, who must be told, who was. */
@Controller
class IncidentPage {
    private final Incidents incidents;
    private final Exposure exposure;
    private final Assessments assessments;
    private final AuthorityReports reports;
    private final Consignments consignments;
    private final NoticeViews notices;
    private final Watch watch;
    private final LedgerBook book;
    private final Names names;

    IncidentPage(
            Incidents incidents,
            Exposure exposure,
            Assessments assessments,
            AuthorityReports reports,
            Consignments consignments,
            NoticeViews notices,
            Watch watch,
            LedgerBook book,
            Names names) {
        this.incidents = incidents;
        this.exposure = exposure;
        this.assessments = assessments;
        this.reports = reports;
        this.consignments = consignments;
        this.notices = notices;
        this.watch = watch;
        this.book = book;
        this.names = names;
    }

    /** A mark with who set it and on what basis. */
    record MarkRow(String name, @Nullable Instant at, String basis, String setter, String entry) {}

    /** A line of the time line. */
    record Happened(Instant at, String words, String who, String entry, String css, boolean sealed, String full) {}

    @GetMapping("/incidents/{id}")
    String incident(@PathVariable String id, @ModelAttribute("say") Say say, Model model) {
        Incident one = incidents.incident(new IncidentId(id));
        List<AuthorityReport> drafted = reports.reports(one.id());
        Optional<Assessment> assessment = assessments.newest(one.id());
        IncidentHead head = IncidentHead.of(one, say);
        model.addAttribute("head", head);
        model.addAttribute("one", one);
        model.addAttribute("missing", sorted(one.missing()));
        model.addAttribute("back", String.join(say.text("list.comma"), sorted(one.found())));
        model.addAttribute(
                "lede", say.said(assessment.map(Assessment::conclusion).orElse(one.how())));
        model.addAttribute(
                "exposed",
                ExposureView.of(exposure.of(one.barcodes()), one.barcodes().size(), say));
        model.addAttribute("climb", climb(one, say));
        model.addAttribute("marks", marks(one, say));
        model.addAttribute("onset", incidents.proposeOnset(one.id()).orElse(null));
        model.addAttribute(
                "clocks",
                incidents.clocks(one.id()).stream()
                        .map(clock -> ClockRow.of(clock, say))
                        .toList());
        model.addAttribute(
                "reports",
                drafted.stream().map(report -> ReportRow.of(report, names, say)).toList());
        model.addAttribute(
                "reportsSent",
                drafted.stream().filter(report -> report.sentAt().isPresent()).count());
        model.addAttribute("others", others(drafted));
        model.addAttribute("assessment", assessment.orElse(null));
        model.addAttribute(
                "stands", assessment.map(each -> each.stands(say.now())).orElse(false));
        model.addAttribute(
                "signedBy",
                assessment.flatMap(Assessment::signedBy).map(names::of).orElse(""));
        model.addAttribute("timeline", happened(incidents.timeline(one.id()), say));
        model.addAttribute("contacts", incidents.contacts(one.id()));
        model.addAttribute("line", line(one, say));
        model.addAttribute(
                "proof", ProofView.of(one.id().ref(), book.about(one.id().ref()), say));
        notices.fill(one.id(), say, model);
        return "console/incident";
    }

    private static List<String> sorted(Set<Barcode> barcodes) {
        return barcodes.stream().map(Barcode::value).sorted().toList();
    }

    /** Reports that are not drafted yet, by the names of their forms. */
    private static List<String> others(List<AuthorityReport> drafted) {
        Set<Form> there = drafted.stream().map(AuthorityReport::form).collect(Collectors.toSet());
        return Stream.of(Form.values())
                .filter(form -> !there.contains(form))
                .map(Form::name)
                .toList();
    }

    /** How long it took from the due time until the top of the ladder heard, in words; empty if it did not climb. */
    private @Nullable Climb climb(Incident one, Say say) {
        List<RungReached> rang = watch.rang(one.about());
        if (rang.isEmpty()) {
            return null;
        }
        RungReached last = rang.getLast();
        return new Climb(say.between(last.dueAt(), last.at()), say.said(last.said()), names.of(last.heard()));
    }

    /** The highest rung that heard. */
    record Climb(String span, String label, String heard) {}

    private List<MarkRow> marks(Incident one, Say say) {
        return List.of(Mark.ONSET, Mark.SUSPICION, Mark.AWARENESS).stream()
                .map(mark -> mark(mark, one.marks().get(mark), say))
                .toList();
    }

    private MarkRow mark(Mark mark, @Nullable Moment moment, Say say) {
        String name = say.text("mark." + mark.name());
        return moment == null
                ? new MarkRow(name, null, "", "", "")
                : new MarkRow(
                        name,
                        moment.at(),
                        say.said(moment.basis()),
                        names.of(moment.setter()),
                        "/ledger/" + moment.entry().value());
    }

    /** The time line; what one person did many times in a row is one line, which leads to the first of the entries. */
    private List<Happened> happened(List<TimelineLine> lines, Say say) {
        List<Happened> all = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < lines.size(); i++) {
            boolean runs = i + 1 < lines.size()
                    && lines.get(i + 1).act().equals(lines.get(first).act())
                    && lines.get(i + 1).actor().equals(lines.get(first).actor());
            if (!runs) {
                all.add(happened(lines.get(first), i - first + 1, say));
                first = i + 1;
            }
        }
        return all;
    }

    private Happened happened(TimelineLine line, int times, Say say) {
        String act = "act." + line.act();
        String words = say.known(act) ? say.text(act) : line.words();
        boolean alarm = line.act().equals("alarm.rang")
                || line.act().endsWith("lost")
                || line.act().endsWith("confirmed");
        return new Happened(
                line.at(),
                times == 1 ? words : say.text("repeat", words, times),
                names.of(line.actor()),
                "/ledger/" + line.entry().value(),
                alarm ? "missed" : "proven",
                line.proof() == Proof.WITNESSED,
                line.words());
    }

    private @Nullable CustodyDrawing line(Incident one, Say say) {
        if (!one.about().kind().equals("consignment")) {
            return null;
        }
        return CustodyDrawing.of(ConsignmentLine.of(
                consignments.consignment(new ConsignmentId(one.about().id())), names, say));
    }
}
