package holdfast.server.console.custody;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.console.page.Forecast;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.page.Said;
import holdfast.server.console.say.Say;
import holdfast.server.custody.Confirmation;
import holdfast.server.custody.ConsignmentId;
import holdfast.server.custody.Consignments;
import holdfast.server.custody.DepartureView;
import holdfast.server.custody.Digest;
import holdfast.server.custody.HandOverId;
import holdfast.server.exposure.LossForecast;
import holdfast.server.procedure.Findings;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A phone's two screens of a departure: the giver lets go, the carrier takes. Both read the seal from the case, and see
 * what it would mean if it never arrived; the number recorded for the seal is on neither screen.
 */
@Controller
class DeparturePages {
    private final Consignments consignments;
    private final Permits permits;
    private final Names names;

    DeparturePages(Consignments consignments, Permits permits, Names names) {
        this.consignments = consignments;
        this.permits = permits;
        this.names = names;
    }

    @GetMapping("/transit/{id}/release")
    String release(@PathVariable String id, @ModelAttribute("say") Say say, Principal principal, Model model) {
        permits.demand(Me.of(principal), Role.SITE_OFFICER, Role.OPERATOR);
        return show(id, consignments.departure(new ConsignmentId(id), Me.of(principal)), "release", say, model);
    }

    @GetMapping("/transit/{id}/take")
    String take(@PathVariable String id, @ModelAttribute("say") Say say, Principal principal, Model model) {
        permits.demand(Me.of(principal), Role.COURIER);
        return show(id, consignments.taking(new ConsignmentId(id)), "take", say, model);
    }

    @PostMapping("/transit/{id}/release")
    String released(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        return sign(id, "release", next, () -> {
            consignments.release(new ConsignmentId(id), confirmation(form), Me.of(principal));
            Said.ok(next, say.text("departure.released"));
        });
    }

    @PostMapping("/transit/{id}/take")
    String taken(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        return sign(id, "take", next, () -> {
            consignments.take(new ConsignmentId(id), confirmation(form), Me.of(principal));
            Said.ok(next, say.text("departure.taken"));
        });
    }

    private String show(String id, DepartureView view, String side, Say say, Model model) {
        Findings findings = view.findings();
        List<Against> against = Against.of(findings, say);
        model.addAttribute("row", TransitRow.of(consignments.consignment(new ConsignmentId(id)), true, names, say));
        model.addAttribute("side", side);
        model.addAttribute(
                "cases", view.cases().stream().map(Object::toString).sorted().toList());
        model.addAttribute("against", against);
        model.addAttribute(
                "checked", say.text("departure.checked", findings.rules().size(), findings.version()));
        LossForecast ifLost = side.equals("take") ? view.ifLost().unnamed() : view.ifLost();
        model.addAttribute("forecast", Forecast.of(ifLost, say));
        model.addAttribute("shown", view.shown().hex());
        model.addAttribute("handOver", UUID.randomUUID());
        return "console/departure";
    }

    private static Confirmation confirmation(MultiValueMap<String, String> form) {
        return new Confirmation(
                new HandOverId(UUID.fromString(field(form, "handOver"))),
                SealsRead.seals(form),
                new Digest(field(form, "shown")),
                Optional.empty(),
                Optional.empty());
    }

    /** Back to the same screen with the reason if it was refused, on to the consignment if not. */
    private static String sign(String id, String side, RedirectAttributes next, Runnable act) {
        try {
            act.run();
        } catch (RuntimeException refused) {
            Said.refused(next, refused);
            return "redirect:/transit/" + id + "/" + side;
        }
        return "redirect:/transit/" + id;
    }

    private static String field(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value;
    }
}
