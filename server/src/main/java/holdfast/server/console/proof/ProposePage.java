package holdfast.server.console.proof;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Said;
import holdfast.server.console.say.Say;
import holdfast.server.platform.Invalid;
import holdfast.server.procedure.Procedures;
import holdfast.server.procedure.Procedures.NewProcedure;
import holdfast.server.procedure.Rule;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Writing the next version of the procedure. It begins as the one in force: what changes is ticked or unticked. It judges
 * nothing until somebody else puts it in force.
 */
@Controller
class ProposePage {
    private static final String MINUTES = "minutes";
    private static final String PERSONS = "persons";

    private final Procedures procedures;
    private final Permits permits;

    ProposePage(Procedures procedures, Permits permits) {
        this.procedures = procedures;
        this.permits = permits;
    }

    /**
     * A rule to choose.
     *
     * @param setting the name of the field that sets it; null for most
     * @param value what is set
     */
    record RuleChoice(
            String id,
            String text,
            boolean chosen,
            @Nullable String setting,
            String value) {}

    @GetMapping("/procedures/new")
    String propose(@ModelAttribute("say") Say say, Principal principal, Model model) {
        permits.demand(Me.of(principal), Role.MANAGER, Role.DPO, Role.ADMINISTRATOR);
        List<Rule> inForce = procedures.inForce().rules();
        model.addAttribute(
                "rules", Rule.IDS.stream().map(id -> choice(id, inForce, say)).toList());
        model.addAttribute("number", procedures.inForce().number());
        return "console/propose";
    }

    @PostMapping("/procedures/new")
    String proposed(
            @RequestParam MultiValueMap<String, String> form,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        int[] number = {0};
        boolean done = Said.after(next, () -> {
            NewProcedure neu = new NewProcedure(field(form, "title"), field(form, "reason"), rules(form));
            number[0] = procedures.propose(neu, Me.of(principal)).number();
            return say.text("propose.done");
        });
        if (!done) {
            next.addFlashAttribute("given", form.toSingleValueMap());
        }
        return done ? "redirect:/procedures/" + number[0] : "redirect:/procedures/new";
    }

    private static RuleChoice choice(String id, List<Rule> inForce, Say say) {
        Optional<Rule> now =
                inForce.stream().filter(rule -> rule.id().equals(id)).findFirst();
        @Nullable
        String setting = switch (id) {
            case Rule.DUE_WITHIN -> MINUTES;
            case Rule.EXPOSURE_CEILING -> PERSONS;
            default -> null;
        };
        String value = now.map(rule -> switch (rule) {
                    case Rule.DueWithin(var most) -> Long.toString(most.toMinutes());
                    case Rule.ExposureCeiling(var persons) -> Long.toString(persons);
                    default -> "";
                })
                .orElse("");
        return new RuleChoice(id, say.text("rule." + id), now.isPresent(), setting, value);
    }

    private static List<Rule> rules(MultiValueMap<String, String> form) {
        List<Rule> rules = new ArrayList<>();
        for (String id : form.getOrDefault("rules", List.of())) {
            rules.add(Rule.of(
                    id,
                    switch (id) {
                        case Rule.DUE_WITHIN ->
                            Map.of(
                                    "most",
                                    Duration.ofMinutes(number(form, MINUTES)).toString());
                        case Rule.EXPOSURE_CEILING -> Map.of("persons", Long.toString(number(form, PERSONS)));
                        default -> Map.of();
                    }));
        }
        return rules;
    }

    private static long number(MultiValueMap<String, String> form, String name) {
        String text = field(form, name);
        if (!text.matches("[1-9][0-9]{0,9}")) {
            throw new Invalid("refused.number-" + name);
        }
        return Long.parseLong(text);
    }

    private static String field(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
