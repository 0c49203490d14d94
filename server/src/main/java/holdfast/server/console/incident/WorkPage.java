package holdfast.server.console.incident;

import holdfast.server.access.Person;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.say.Say;
import holdfast.server.incident.CaseWork;
import holdfast.server.incident.CaseWork.CaseAction;
import holdfast.server.incident.CaseWork.InquiryFinding;
import holdfast.server.incident.IncidentId;
import holdfast.server.incident.Incidents;
import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** After an incident: what the inquiry found and on which entries it rests, and who does what by when. */
@Controller
class WorkPage {
    private final CaseWork work;
    private final Incidents incidents;
    private final Names names;
    private final ZoneId office;

    WorkPage(CaseWork work, Incidents incidents, Names names, ZoneId office) {
        this.work = work;
        this.incidents = incidents;
        this.names = names;
        this.office = office;
    }

    /** A finding, with links to its entries. */
    record Found(String text, List<String> entries, String by, Instant at) {}

    /** An action; {@code css} says how it stands. */
    record Todo(
            long id,
            String what,
            String owner,
            Instant due,
            String css,
            String state,
            boolean open,
            boolean mine,
            @Nullable Instant doneAt,
            String result) {}

    @GetMapping("/incidents/{id}/work")
    String work(@PathVariable String id, @ModelAttribute("say") Say say, Principal who, Model model) {
        IncidentId incident = new IncidentId(id);
        May may = May.of(names.person(Me.of(who)));
        List<Todo> todos = work.actions(incident).stream()
                .map(one -> todo(one, may, Me.of(who), say))
                .toList();
        long open = todos.stream().filter(Todo::open).count();
        long late = todos.stream().filter(one -> one.css().equals("lost")).count();
        model.addAttribute("head", IncidentHead.of(incidents.incident(incident), say));
        model.addAttribute("title", title(todos.size(), open, late, say));
        model.addAttribute("todos", todos);
        model.addAttribute(
                "findings", work.findings(incident).stream().map(this::found).toList());
        model.addAttribute(
                "people",
                names.active().stream()
                        .sorted(Comparator.comparing(Person::name))
                        .toList());
        model.addAttribute("may", may);
        return "console/work";
    }

    private static String title(int all, long open, long late, Say say) {
        if (late > 0) {
            return say.text("work.title.late", late);
        }
        if (open > 0) {
            return say.text("work.title.open", open);
        }
        return say.text(all == 0 ? "work.title.none" : "work.title.done");
    }

    private Found found(InquiryFinding one) {
        return new Found(
                one.text(), one.evidence().stream().map(EntryId::toString).toList(), names.of(one.by()), one.at());
    }

    private Todo todo(CaseAction one, May may, ActorId me, Say say) {
        boolean open = one.doneAt().isEmpty();
        String state = open ? say.past(one.due()) ? "late" : "open" : "done";
        String css = switch (state) {
            case "late" -> "lost";
            case "open" -> "due";
            default -> "ok";
        };
        return new Todo(
                one.id(),
                one.what(),
                names.of(one.owner()),
                one.due(),
                css,
                say.text("work.state." + state),
                open,
                may.senior() || one.owner().equals(me),
                one.doneAt().orElse(null),
                one.result());
    }

    @PostMapping("/incidents/{id}/findings")
    String finding(
            @PathVariable String id,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String entries,
            @ModelAttribute("say") Say say,
            Principal who,
            RedirectAttributes next) {
        return Acts.then(page(id), next, () -> {
            List<EntryId> cited = Arrays.stream(entries.split("[\\s,]+", -1))
                    .filter(one -> !one.isEmpty())
                    .map(EntryId::parse)
                    .toList();
            work.finding(new IncidentId(id), text, cited, Me.of(who));
            return say.text("work.found");
        });
    }

    @PostMapping("/incidents/{id}/actions")
    String action(
            @PathVariable String id,
            @RequestParam String what,
            @RequestParam String owner,
            @RequestParam String due,
            @ModelAttribute("say") Say say,
            Principal who,
            RedirectAttributes next) {
        return Acts.then(page(id), next, () -> {
            Instant at = LocalDateTime.parse(due).atZone(office).toInstant();
            work.action(new IncidentId(id), what, new ActorId(owner), at, Me.of(who));
            return say.text("work.set");
        });
    }

    @PostMapping("/incidents/{id}/actions/{action}/done")
    String done(
            @PathVariable String id,
            @PathVariable long action,
            @RequestParam String result,
            @ModelAttribute("say") Say say,
            Principal who,
            RedirectAttributes next) {
        return Acts.then(page(id), next, () -> {
            work.done(new IncidentId(id), action, result, Me.of(who));
            return say.text("work.done");
        });
    }

    private static String page(String id) {
        return "/incidents/" + id + "/work";
    }
}
