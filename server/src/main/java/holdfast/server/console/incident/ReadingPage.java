package holdfast.server.console.incident;

import holdfast.crypto.Secret;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.say.Say;
import holdfast.server.incident.IncidentId;
import holdfast.server.notice.BatchPlan;
import holdfast.server.notice.NoticeOrders;
import holdfast.server.record.ActorId;
import java.nio.charset.StandardCharsets;
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

/** Where two key holders let names and addresses be read for the notices that were ordered; nothing else is read. */
@Controller
class ReadingPage {
    private final NoticeOrders orders;
    private final Names names;

    ReadingPage(NoticeOrders orders, Names names) {
        this.orders = orders;
        this.names = names;
    }

    /** An order that waits for key holders. */
    record Row(String incident, String orderedBy, Instant orderedAt, String askedBy, boolean mine) {}

    @GetMapping("/keys/notices")
    String waiting(@ModelAttribute("say") Say say, Principal who, Model model) {
        ActorId me = Me.of(who);
        List<Row> rows = orders.waiting().stream().map(one -> row(one, me)).toList();
        model.addAttribute("title", say.text("reading.title", rows.size()));
        model.addAttribute("rows", rows);
        return "console/reading";
    }

    private Row row(NoticeOrders.Order one, ActorId me) {
        return new Row(
                one.incident().value(),
                names.of(one.orderedBy()),
                one.orderedAt(),
                one.askedBy().map(names::of).orElse(""),
                one.askedBy().filter(me::equals).isPresent());
    }

    @PostMapping("/keys/notices/{incident}/ask")
    String ask(@PathVariable String incident, @ModelAttribute("say") Say say, Principal who, RedirectAttributes next) {
        return Acts.then("/keys/notices", next, () -> {
            orders.ask(new IncidentId(incident), Me.of(who));
            return say.text("reading.asked");
        });
    }

    @PostMapping("/keys/notices/{incident}/grant")
    String grant(
            @PathVariable String incident,
            @RequestParam String passphrase,
            @ModelAttribute("say") Say say,
            Principal who,
            RedirectAttributes next) {
        return Acts.then("/keys/notices", next, () -> {
            try (Secret secret = Secret.owning(passphrase.getBytes(StandardCharsets.UTF_8))) {
                BatchPlan plan = orders.grant(new IncidentId(incident), secret, Me.of(who));
                return say.text(
                        "reading.planned",
                        say.number(plan.persons()),
                        plan.batches().size(),
                        plan.unreachable());
            }
        });
    }
}
