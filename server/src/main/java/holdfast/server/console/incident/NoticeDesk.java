package holdfast.server.console.incident;

import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.say.Say;
import holdfast.server.delivery.MailRoute;
import holdfast.server.delivery.MailSettings;
import holdfast.server.incident.IncidentId;
import holdfast.server.incident.Incidents;
import holdfast.server.notice.Batch;
import holdfast.server.notice.BatchId;
import holdfast.server.notice.NoticeOrders;
import holdfast.server.notice.Notices;
import holdfast.server.notice.PrintedLetters;
import holdfast.server.platform.Invalid;
import holdfast.server.platform.NotNow;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The notices of one incident from the order to the last letter: each step, who takes it, and what waits for whom. */
@Controller
class NoticeDesk {
    private final Notices notices;
    private final NoticeOrders orders;
    private final PrintedLetters letters;
    private final Incidents incidents;
    private final MailSettings mail;
    private final NoticeViews views;
    private final Names names;

    NoticeDesk(
            Notices notices,
            NoticeOrders orders,
            PrintedLetters letters,
            Incidents incidents,
            MailSettings mail,
            NoticeViews views,
            Names names) {
        this.notices = notices;
        this.orders = orders;
        this.letters = letters;
        this.incidents = incidents;
        this.mail = mail;
        this.views = views;
        this.names = names;
    }

    @GetMapping("/incidents/{id}/notices")
    String desk(@PathVariable String id, @ModelAttribute("say") Say say, Principal who, Model model) {
        IncidentId incident = new IncidentId(id);
        List<Batch> batches = notices.batches(incident);
        ProgressView progress = views.progress(incident, say);
        model.addAttribute("head", IncidentHead.of(incidents.incident(incident), say));
        model.addAttribute("title", title(batches, progress, say));
        model.addAttribute("may", May.of(names.person(Me.of(who))));
        Optional<NoticeOrders.Order> order = orders.waiting(incident);
        model.addAttribute("order", order.orElse(null));
        model.addAttribute(
                "orderedBy", order.map(one -> names.of(one.orderedBy())).orElse(""));
        model.addAttribute(
                "askedBy",
                order.flatMap(NoticeOrders.Order::askedBy).map(names::of).orElse(""));
        model.addAttribute("waitsForApproval", batches.stream().anyMatch(one -> one.state() == Batch.State.PLANNED));
        model.addAttribute(
                "canStart",
                !progress.running() && batches.stream().anyMatch(one -> one.state() == Batch.State.APPROVED));
        model.addAttribute("server", mail.route().map(MailRoute::host).orElse(""));
        model.addAttribute("letters", letters.letters(incident));
        views.fill(incident, say, model);
        return "console/notice-desk";
    }

    private static String title(List<Batch> batches, ProgressView progress, Say say) {
        if (batches.isEmpty()) {
            return say.text("noticedesk.title.none");
        }
        long waiting = batches.stream()
                .filter(one -> one.state() == Batch.State.PLANNED)
                .count();
        if (waiting > 0) {
            return say.text("noticedesk.title.approve", waiting);
        }
        if (progress.inDoubt() > 0 && !progress.running()) {
            return say.text("noticedesk.title.doubt", progress.inDoubt());
        }
        long left = progress.total() - progress.settled();
        return left == 0 ? say.text("noticedesk.title.done") : say.text("noticedesk.title.left", say.number(left));
    }

    @PostMapping("/incidents/{id}/notices/order")
    String order(@PathVariable String id, @ModelAttribute("say") Say say, Principal who, RedirectAttributes next) {
        return Acts.then(page(id), next, () -> {
            orders.order(new IncidentId(id), Me.of(who));
            return say.text("noticedesk.ordered");
        });
    }

    @PostMapping("/incidents/{id}/notices/start")
    String start(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int perSecond,
            @ModelAttribute("say") Say say,
            Principal who,
            RedirectAttributes next) {
        return Acts.then(page(id), next, () -> {
            MailRoute route = mail.route().orElseThrow(() -> new NotNow("refused.no-mail-server"));
            notices.start(new IncidentId(id), route, perSecond, Me.of(who));
            return say.text("noticedesk.started");
        });
    }

    /** Everything in doubt at once, by the receiver's own list of what it took charge of. */
    @PostMapping("/incidents/{id}/notices/settle")
    String settle(
            @PathVariable String id,
            @RequestParam String accepted,
            @RequestParam String record,
            @RequestParam(defaultValue = "false") boolean complete,
            @ModelAttribute("say") Say say,
            Principal who,
            RedirectAttributes next) {
        return Acts.then(page(id), next, () -> {
            if (!complete || record.isBlank()) {
                throw new Invalid("refused.list-incomplete");
            }
            Set<String> taken = accepted.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toSet());
            Notices.Settlement settled = notices.settleInDoubt(new IncidentId(id), taken::contains, record, Me.of(who));
            return say.text("noticedesk.settled", settled.accepted(), settled.notAccepted());
        });
    }

    @PostMapping("/incidents/{id}/notices/forget")
    String forget(@PathVariable String id, @ModelAttribute("say") Say say, Principal who, RedirectAttributes next) {
        return Acts.then(page(id), next, () -> {
            long forgotten = notices.forgetContacts(new IncidentId(id), Me.of(who));
            return say.text("noticedesk.forgotten", say.number(forgotten));
        });
    }

    /** A batch of letters for the printer. It is a POST: fetching it is an act, and is recorded. */
    @PostMapping("/incidents/{id}/letters/{batch}")
    ResponseEntity<Resource> letters(@PathVariable String id, @PathVariable long batch, Principal who) {
        FileSystemResource file =
                new FileSystemResource(letters.fetch(new IncidentId(id), new BatchId(batch), Me.of(who)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.getFilename() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(file);
    }

    private static String page(String id) {
        return "/incidents/" + id + "/notices";
    }
}
