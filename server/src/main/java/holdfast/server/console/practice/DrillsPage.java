package holdfast.server.console.practice;

import holdfast.server.access.People;
import holdfast.server.access.Role;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.page.Said;
import holdfast.server.console.say.Say;
import holdfast.server.drill.HeldDrill;
import holdfast.server.drill.HeldDrills;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The drills that were held, as far as this server was told of them, and how to hold one. */
@Controller
class DrillsPage {
    private final HeldDrills drills;
    private final People people;
    private final Names names;

    DrillsPage(HeldDrills drills, People people, Names names) {
        this.drills = drills;
        this.people = people;
        this.names = names;
    }

    /** A drill in the list; {@code counted} says whether index and recount agree. */
    record Row(
            Instant at,
            String by,
            int cartridges,
            String persons,
            boolean counted,
            long toHead,
            boolean identical,
            boolean verified,
            boolean clean,
            String entry,
            String digest) {}

    @GetMapping("/drills")
    String drills(@ModelAttribute("say") Say say, Principal principal, Model model) {
        List<Row> rows = drills.all().stream().map(one -> row(one, say)).toList();
        boolean told = people.person(Me.of(principal))
                .holdsAny(Role.AUDITOR, Role.DPO, Role.MANAGER, Role.HEAD, Role.ADMINISTRATOR);
        model.addAttribute("title", title(rows, say));
        model.addAttribute("rows", rows);
        model.addAttribute("ledger", told);
        model.addAttribute("may", people.person(Me.of(principal)).holdsAny(Role.OPERATOR, Role.MANAGER, Role.HEAD));
        return "console/drills";
    }

    @PostMapping("/drills")
    String record(
            @RequestParam String outcome,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        Said.after(next, () -> {
            drills.record(outcome.strip().getBytes(StandardCharsets.UTF_8), Me.of(principal));
            return say.text("drills.recorded");
        });
        return "redirect:/drills";
    }

    private static String title(List<Row> rows, Say say) {
        if (rows.isEmpty()) {
            return say.text("drills.title.none");
        }
        Row last = rows.getFirst();
        return say.text(last.clean() ? "drills.title.clean" : "drills.title.failed", say.time(last.at()));
    }

    private Row row(HeldDrill one, Say say) {
        return new Row(
                one.recordedAt(),
                names.of(one.recordedBy()),
                one.cartridges(),
                say.number(one.persons()),
                one.persons() == one.recounted(),
                one.toHead(),
                one.identical(),
                one.verified(),
                one.clean(),
                "/ledger/" + one.entry().value(),
                one.sha256());
    }
}
