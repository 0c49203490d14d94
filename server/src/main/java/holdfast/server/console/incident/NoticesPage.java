package holdfast.server.console.incident;

import holdfast.server.console.page.Me;
import holdfast.server.console.say.Say;
import holdfast.server.incident.Incident;
import holdfast.server.incident.IncidentId;
import holdfast.server.incident.Incidents;
import holdfast.server.notice.BatchId;
import holdfast.server.notice.CompletenessProof;
import holdfast.server.notice.Notices;
import holdfast.server.platform.Unknown;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Notices to persons: progress of every incident, batches that wait for a second person, doubts, and the proof. */
@Controller
class NoticesPage {
    private final Notices notices;
    private final Incidents incidents;
    private final NoticeViews views;

    NoticesPage(Notices notices, Incidents incidents, NoticeViews views) {
        this.notices = notices;
        this.incidents = incidents;
        this.views = views;
    }

    /** An incident that has notices. */
    record Row(IncidentHead head, ProgressView progress) {}

    @GetMapping("/notices")
    String all(@ModelAttribute("say") Say say, Model model) {
        List<Row> rows = new ArrayList<>();
        for (Incident one : incidents.all()) {
            ProgressView progress = views.progress(one.id(), say);
            if (progress.total() > 0) {
                rows.add(new Row(IncidentHead.of(one, say), progress));
            }
        }
        long open = rows.stream()
                .mapToLong(row -> row.progress().total() - row.progress().settled())
                .sum();
        model.addAttribute(
                "title",
                rows.isEmpty()
                        ? say.text("notices.title.none")
                        : open == 0 ? say.text("notices.title.done") : say.text("notices.title", say.number(open)));
        model.addAttribute("rows", rows);
        return "console/notices";
    }

    /** The part of the incident's page that refreshes itself while a sender runs. */
    @GetMapping("/incidents/{id}/progress")
    String progress(@PathVariable String id, @ModelAttribute("say") Say say, Model model) {
        model.addAttribute("progress", views.progress(new IncidentId(id), say));
        return "console/progress :: progress(progress=${progress})";
    }

    /** Counts from scratch whether everybody was notified once: takes a second, so it is asked for. */
    @GetMapping("/incidents/{id}/proof")
    String proof(@PathVariable String id, @ModelAttribute("say") Say say, Model model) {
        CompletenessProof proof = notices.prove(new IncidentId(id));
        model.addAttribute("id", id);
        model.addAttribute("proof", proof);
        model.addAttribute(
                "title",
                say.text(
                        proof.complete() ? "notice.proof.complete" : "notice.proof.incomplete",
                        say.number(proof.persons())));
        return "console/notice-proof";
    }

    @GetMapping("/incidents/{id}/batches/{batch}")
    String preview(@PathVariable String id, @PathVariable long batch, @ModelAttribute("say") Say say, Model model) {
        boolean planned = notices.batches(new IncidentId(id)).stream()
                        .filter(one -> one.id().value() == batch)
                        .findFirst()
                        .orElseThrow(() -> new Unknown("refused.batch-not-of", id, batch))
                        .state()
                == holdfast.server.notice.Batch.State.PLANNED;
        model.addAttribute("id", id);
        model.addAttribute("batch", batch);
        model.addAttribute("planned", planned);
        model.addAttribute("text", notices.preview(new BatchId(batch)));
        return "console/batch";
    }

    @PostMapping("/incidents/{id}/batches/{batch}/approve")
    String approve(
            @PathVariable String id,
            @PathVariable long batch,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        return Acts.then("/incidents/" + id + "/notices", next, () -> {
            notices.approve(new BatchId(batch), Me.of(principal));
            return say.text("notice.approved");
        });
    }

    @PostMapping("/incidents/{id}/doubts")
    String settle(
            @PathVariable String id,
            @RequestParam String messageId,
            @RequestParam boolean accepted,
            @RequestParam String basis,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        return Acts.then("/incidents/" + id + "/notices", next, () -> {
            notices.settleInDoubt(new IncidentId(id), messageId, accepted, basis, Me.of(principal));
            return say.text("notice.settled");
        });
    }
}
