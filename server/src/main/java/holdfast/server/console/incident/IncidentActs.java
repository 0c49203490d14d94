package holdfast.server.console.incident;

import holdfast.server.console.page.Me;
import holdfast.server.console.page.Scanned;
import holdfast.server.console.say.Say;
import holdfast.server.incident.Assessments;
import holdfast.server.incident.AuthorityReport;
import holdfast.server.incident.AuthorityReports;
import holdfast.server.incident.Contacted;
import holdfast.server.incident.Form;
import holdfast.server.incident.IncidentId;
import holdfast.server.incident.Incidents;
import holdfast.server.incident.Mark;
import holdfast.server.platform.Unknown;
import holdfast.server.record.ActorId;
import java.security.Principal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done about an incident. Each act is the service's; the page tells what it came to, or why it was refused. */
@Controller
class IncidentActs {
    private static final Duration CITABLE = Duration.ofDays(7);

    private final Incidents incidents;
    private final Assessments assessments;
    private final AuthorityReports reports;
    private final ZoneId office;

    IncidentActs(Incidents incidents, Assessments assessments, AuthorityReports reports, ZoneId office) {
        this.office = office;
        this.incidents = incidents;
        this.assessments = assessments;
        this.reports = reports;
    }

    @PostMapping("/incidents/{id}/confirm")
    String confirm(
            @PathVariable String id,
            @RequestParam String basis,
            @RequestParam(defaultValue = "") String cartridges,
            @ModelAttribute("say") Say say,
            Principal who,
            RedirectAttributes next) {
        return act(
                id,
                "",
                say.text("incident.confirmed"),
                who,
                next,
                (incident, by) -> incidents.confirmLoss(incident, Scanned.barcodes(cartridges), basis, by));
    }

    @PostMapping("/incidents/{id}/marks")
    String mark(
            @PathVariable String id,
            @RequestParam Mark mark,
            @RequestParam String at,
            @RequestParam String basis,
            @ModelAttribute("say") Say say,
            Principal who,
            RedirectAttributes next) {
        return act(
                id,
                "marks",
                say.text("incident.marked"),
                who,
                next,
                (incident, by) -> incidents.mark(
                        incident, mark, LocalDateTime.parse(at).atZone(office).toInstant(), basis, by));
    }

    @PostMapping("/incidents/{id}/assessment")
    String assess(@PathVariable String id, @ModelAttribute("say") Say say, Principal who, RedirectAttributes next) {
        return act(id, "evidence", say.text("incident.assessed"), who, next, assessments::draft);
    }

    @PostMapping("/incidents/{id}/assessment/sign")
    String sign(@PathVariable String id, @ModelAttribute("say") Say say, Principal who, RedirectAttributes next) {
        return act(
                id,
                "evidence",
                say.text("incident.signed"),
                who,
                next,
                (incident, by) -> assessments.sign(incident, CITABLE, by));
    }

    @PostMapping("/incidents/{id}/reports")
    String draft(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Form form,
            @ModelAttribute("say") Say say,
            Principal who,
            RedirectAttributes next) {
        return act(
                id,
                "reports",
                say.text("report.drafted"),
                who,
                next,
                (incident, by) -> reports.draft(incident, asked(incident, form), by));
    }

    /** The one that was asked for; else those that there are, or the first four. */
    private Set<Form> asked(IncidentId id, @Nullable Form form) {
        if (form != null) {
            return Set.of(form);
        }
        Set<Form> there = new TreeSet<>(AuthorityReports.FIRST);
        reports.reports(id).stream()
                .filter(one -> one.sentAt().isEmpty())
                .map(AuthorityReport::form)
                .forEach(there::add);
        reports.reports(id).stream()
                .filter(one -> one.sentAt().isPresent())
                .map(AuthorityReport::form)
                .forEach(there::remove);
        return there;
    }

    /** Moves a report one step: its author says it is ready, somebody else approves, a person sends it. */
    @PostMapping("/incidents/{id}/reports/{form}/{step}")
    String step(
            @PathVariable String id,
            @PathVariable Form form,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String words,
            @ModelAttribute("say") Say say,
            Principal who,
            RedirectAttributes next) {
        return act(id, "reports", say.text("report.stepped"), who, next, (incident, by) -> {
            switch (step) {
                case "ready" -> reports.ready(incident, form, by);
                case "approve" -> reports.approve(incident, form, by);
                case "sent" -> reports.sent(incident, form, words, say.now(), by);
                case "acknowledged" -> reports.acknowledged(incident, form, words, by);
                default -> throw new Unknown("refused.report-step-unknown", step);
            }
        });
    }

    @PostMapping("/incidents/{id}/contacts")
    String contact(
            @PathVariable String id,
            @RequestParam String party,
            @RequestParam String channel,
            @RequestParam String said,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String rule,
            @ModelAttribute("say") Say say,
            Principal who,
            RedirectAttributes next) {
        return act(
                id,
                "contacts",
                say.text("incident.contacted"),
                who,
                next,
                (incident, by) -> incidents.logContact(
                        incident, new Contacted(party, true, rule, channel, say.now(), said, reference), by));
    }

    @PostMapping("/incidents/{id}/resolve")
    String resolve(
            @PathVariable String id,
            @RequestParam String reason,
            @ModelAttribute("say") Say say,
            Principal who,
            RedirectAttributes next) {
        return act(
                id,
                "",
                say.text("incident.resolved"),
                who,
                next,
                (incident, by) -> incidents.resolve(incident, reason, by));
    }

    private static String act(
            String id,
            String anchor,
            String done,
            Principal who,
            RedirectAttributes next,
            BiConsumer<IncidentId, ActorId> act) {
        String page = "/incidents/" + id + (anchor.isEmpty() ? "" : "#" + anchor);
        return Acts.then(page, next, () -> {
            act.accept(new IncidentId(id), Me.of(who));
            return done;
        });
    }
}
