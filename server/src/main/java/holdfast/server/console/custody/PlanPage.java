package holdfast.server.console.custody;

import holdfast.server.access.People;
import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.console.page.Forecast;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.page.Said;
import holdfast.server.console.say.Say;
import holdfast.server.custody.ConsignmentId;
import holdfast.server.custody.Consignments;
import holdfast.server.custody.NewConsignment;
import holdfast.server.custody.Outlook;
import holdfast.server.media.Box;
import holdfast.server.media.Cartridges;
import holdfast.server.media.Cases;
import holdfast.server.place.Places;
import holdfast.server.place.Route;
import holdfast.server.place.SiteId;
import holdfast.server.platform.Invalid;
import holdfast.server.procedure.Guidelines;
import holdfast.server.record.ActorId;
import java.security.Principal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Planning a consignment. What is chosen stands in the address, and each choice is answered at once with what the procedure
 * has against it and what it would mean if it never arrived: before anybody has agreed to anything.
 */
@Controller
class PlanPage {
    /** Where no route says how long the way takes. */
    private static final Duration UNKNOWN_WAY = Duration.ofHours(2);

    private final Consignments consignments;
    private final Cases cases;
    private final Cartridges cartridges;
    private final Places places;
    private final People people;
    private final Guidelines guidelines;
    private final Permits permits;
    private final Names names;
    private final ZoneId office;

    PlanPage(
            Consignments consignments,
            Cases cases,
            Cartridges cartridges,
            Places places,
            People people,
            Guidelines guidelines,
            Permits permits,
            Names names,
            ZoneId office) {
        this.consignments = consignments;
        this.cases = cases;
        this.cartridges = cartridges;
        this.places = places;
        this.people = people;
        this.guidelines = guidelines;
        this.permits = permits;
        this.names = names;
        this.office = office;
    }

    /** Something to choose, with what one should know of it. */
    record Choice(String id, String name, String note, String css, boolean chosen) {}

    /** The answer to a plan that is complete enough to be judged. */
    record Answer(List<Against> against, String checked, Forecast forecast) {}

    @GetMapping("/transit/plan")
    String plan(PlanForm given, @ModelAttribute("say") Say say, Principal principal, Model model) {
        permits.demand(Me.of(principal), Role.OPERATOR, Role.SITE_OFFICER, Role.MANAGER);
        PlanForm form = filled(given, Me.of(principal), say);
        model.addAttribute("form", form);
        model.addAttribute("sites", sites(form, say));
        model.addAttribute("ends", ends(form, say));
        model.addAttribute("way", way(form, say));
        model.addAttribute("cases", cases(form, say));
        model.addAttribute("carriers", carriers(form, say));
        model.addAttribute("earliest", PlanForm.local(say.now(), office));
        answer(form, Me.of(principal), say, model);
        return "console/plan";
    }

    @PostMapping("/transit/plan")
    String agree(PlanForm form, @ModelAttribute("say") Say say, Principal principal, RedirectAttributes next) {
        String[] page = {"redirect:" + form.address()};
        Said.after(next, () -> {
            NewConsignment wanted = form.read(office).orElseThrow(() -> new Invalid("refused.plan-incomplete"));
            ConsignmentId id = consignments.plan(wanted, Me.of(principal));
            page[0] = "redirect:/transit/" + id.value();
            return say.text("plan.done", id.value());
        });
        return page[0];
    }

    @PostMapping("/transit/{id}/cancel")
    String cancel(
            @PathVariable String id,
            @RequestParam String reason,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        Said.after(next, () -> {
            consignments.cancel(new ConsignmentId(id), reason, Me.of(principal));
            return say.text("plan.cancelled");
        });
        return "redirect:/transit/" + id;
    }

    /** Fills in what follows from what was chosen: one's own site, and the due time that the route makes usual. */
    private PlanForm filled(PlanForm form, ActorId me, Say say) {
        PlanForm from = form.from().isEmpty()
                ? form.leaving(places.postingsOf(me).stream()
                        .findFirst()
                        .map(SiteId::value)
                        .orElse(""))
                : form;
        if (from.from().isEmpty() || from.to().isEmpty() || !from.due().isEmpty()) {
            return from;
        }
        Duration usual = usual(from.from(), from.to()).orElse(UNKNOWN_WAY);
        return from.due(PlanForm.local(say.now().plus(usual).plus(Duration.ofMinutes(30)), office));
    }

    private Optional<Duration> usual(String from, String to) {
        return places.route(new SiteId(from), new SiteId(to)).map(Route::usual);
    }

    private List<Choice> sites(PlanForm form, Say say) {
        return names.sites(say.locale()).stream()
                .map(site -> new Choice(
                        site.id().value(),
                        names.of(site.id()),
                        "",
                        "",
                        site.id().value().equals(form.from())))
                .toList();
    }

    /** How long the way usually takes; empty before both ends are chosen. */
    private String way(PlanForm form, Say say) {
        return form.from().isEmpty() || form.to().isEmpty()
                ? ""
                : usual(form.from(), form.to())
                        .map(usual -> say.text("plan.usual", say.span(usual)))
                        .orElse(say.text("plan.noRoute"));
    }

    private List<Choice> ends(PlanForm form, Say say) {
        return names.sites(say.locale()).stream()
                .filter(site -> !site.id().value().equals(form.from()))
                .map(site -> new Choice(
                        site.id().value(),
                        names.of(site.id()),
                        "",
                        "",
                        site.id().value().equals(form.to())))
                .toList();
    }

    private List<Choice> cases(PlanForm form, Say say) {
        return form.from().isEmpty()
                ? List.of()
                : consignments.free(new SiteId(form.from())).stream()
                        .map(id -> choice(cases.box(id), form, say))
                        .toList();
    }

    private Choice choice(Box box, PlanForm form, Say say) {
        int inside = cartridges.inCase(box.id()).size();
        String state = say.text(box.seal().isPresent() ? "case.sealed" : "case.open");
        return new Choice(
                box.id().value(),
                say.text("plan.case", box.description(), inside),
                state,
                box.seal().isPresent() ? "ok" : "due",
                form.cases().contains(box.id().value()));
    }

    private List<Choice> carriers(PlanForm form, Say say) {
        return people.holding(Role.COURIER).stream()
                .map(person -> {
                    boolean knows = guidelines.acknowledged(person.id());
                    return new Choice(
                            person.id().value(),
                            person.post().isEmpty()
                                    ? person.name()
                                    : say.text("plan.carrier", person.name(), person.post()),
                            say.text(knows ? "plan.carrier.knows" : "plan.carrier.knowsNot"),
                            knows ? "ok" : "due",
                            person.id().value().equals(form.carrier()));
                })
                .toList();
    }

    private void answer(PlanForm form, ActorId me, Say say, Model model) {
        @Nullable Answer answer = null;
        @Nullable String wrong = null;
        try {
            Optional<NewConsignment> wanted = form.read(office);
            if (wanted.isPresent()) {
                answer = answer(consignments.consider(wanted.get(), me), say);
            }
        } catch (RuntimeException refused) {
            wrong = say.said(Said.why(refused));
        }
        model.addAttribute("answer", answer);
        model.addAttribute("wrong", wrong);
    }

    private static Answer answer(Outlook outlook, Say say) {
        return new Answer(
                Against.of(outlook.findings(), say),
                say.text(
                        "departure.checked",
                        outlook.findings().rules().size(),
                        outlook.findings().version()),
                Forecast.of(outlook.ifLost(), say));
    }
}
