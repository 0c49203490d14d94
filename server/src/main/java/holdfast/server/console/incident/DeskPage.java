package holdfast.server.console.incident;

import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.page.Pager;
import holdfast.server.console.page.Said;
import holdfast.server.console.say.Say;
import holdfast.server.incident.Incident;
import holdfast.server.incident.IncidentId;
import holdfast.server.incident.Incidents;
import holdfast.server.notice.Enquiries;
import holdfast.server.notice.Enquiries.Enquiry;
import holdfast.server.notice.Enquiries.Way;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The enquiry desk: log what was asked while the caller is on the line, answer it, find it again. */
@Controller
class DeskPage {
    private final Enquiries enquiries;
    private final Incidents incidents;
    private final Names names;

    DeskPage(Enquiries enquiries, Incidents incidents, Names names) {
        this.enquiries = enquiries;
        this.incidents = incidents;
        this.names = names;
    }

    /** An enquiry in the list. */
    record Row(
            long id,
            String incident,
            String way,
            Instant at,
            String reference,
            String question,
            String answer,
            String by,
            boolean open) {}

    @GetMapping("/desk")
    String desk(@RequestParam(defaultValue = "1") int page, @ModelAttribute("say") Say say, Model model) {
        List<Incident> open = incidents.all();
        List<Row> all = open.stream()
                .flatMap(one -> enquiries.enquiries(one.id()).stream())
                .map(one -> row(one, say))
                .sorted(java.util.Comparator.comparing(Row::at).reversed())
                .toList();
        Pager.Paged<Row> rows = Pager.cut(all, page, "/desk?page=", say);
        long waiting = all.stream().filter(Row::open).count();
        model.addAttribute("title", say.text("desk.title", waiting, all.size()));
        model.addAttribute("rows", rows.rows());
        model.addAttribute("pager", rows.pager());
        model.addAttribute(
                "incidents", open.stream().map(one -> IncidentHead.of(one, say)).toList());
        model.addAttribute("ways", Way.values());
        return "console/desk";
    }

    @PostMapping("/desk")
    String log(
            @RequestParam String incident,
            @RequestParam Way way,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam String question,
            @RequestParam(defaultValue = "") String answer,
            @ModelAttribute("say") Say say,
            Principal who,
            RedirectAttributes next) {
        return act(next, () -> {
            enquiries.log(new IncidentId(incident), way, reference.strip(), question, answer.strip(), Me.of(who));
            Said.ok(next, say.text("desk.logged"));
        });
    }

    @PostMapping("/desk/{id}/answer")
    String answer(
            @PathVariable long id,
            @RequestParam String answer,
            @ModelAttribute("say") Say say,
            Principal who,
            RedirectAttributes next) {
        return act(next, () -> {
            enquiries.answer(id, answer, Me.of(who));
            Said.ok(next, say.text("desk.answered"));
        });
    }

    private static String act(RedirectAttributes next, Runnable act) {
        try {
            act.run();
        } catch (RuntimeException refused) {
            Said.refused(next, refused);
        }
        return "redirect:/desk";
    }

    private Row row(Enquiry one, Say say) {
        return new Row(
                one.id(),
                one.incident().value(),
                say.text("desk.way." + one.way().name()),
                one.at(),
                one.reference(),
                one.question(),
                one.answer(),
                names.of(one.by()),
                one.answeredAt().isEmpty());
    }
}
