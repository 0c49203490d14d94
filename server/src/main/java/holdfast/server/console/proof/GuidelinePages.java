package holdfast.server.console.proof;

import holdfast.server.access.Language;
import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Said;
import holdfast.server.console.say.Say;
import holdfast.server.procedure.Guidelines;
import holdfast.server.procedure.Guidelines.NewGuideline;
import java.security.Principal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Issuing a guideline in all three languages, and acknowledging the one in force. */
@Controller
class GuidelinePages {
    static final Role[] ISSUERS = {Role.MANAGER, Role.HEAD, Role.DPO, Role.ADMINISTRATOR};

    private final Guidelines guidelines;
    private final Permits permits;

    GuidelinePages(Guidelines guidelines, Permits permits) {
        this.guidelines = guidelines;
        this.permits = permits;
    }

    /** One language's fields. */
    record TextField(String language, String tag, String ownName, String title, String text) {}

    @GetMapping("/guidelines/new")
    String write(Principal principal, Model model) {
        permits.demand(Me.of(principal), ISSUERS);
        NewGuideline from = model.getAttribute("given") instanceof NewGuideline given
                ? given
                : guidelines
                        .inForce()
                        .map(one -> new NewGuideline(one.title(), one.text()))
                        .orElseGet(guidelines::suggested);
        List<TextField> texts = Arrays.stream(holdfast.server.console.say.Languages.values())
                .map(each -> {
                    Language language = Language.valueOf(each.name());
                    return new TextField(
                            language.name(),
                            each.tag(),
                            each.ownName(),
                            from.title().getOrDefault(language, ""),
                            from.text().getOrDefault(language, ""));
                })
                .toList();
        model.addAttribute("texts", texts);
        model.addAttribute("replaces", guidelines.inForce().isPresent());
        return "console/guideline";
    }

    @PostMapping("/guidelines/new")
    String issue(
            @RequestParam Map<String, String> form,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        Map<Language, String> titles = new EnumMap<>(Language.class);
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            titles.put(language, form.getOrDefault("title." + language, "").strip());
            texts.put(language, form.getOrDefault("text." + language, "").strip());
        }
        NewGuideline neu = new NewGuideline(titles, texts);
        boolean done = Said.after(next, () -> {
            guidelines.issue(neu, Me.of(principal));
            return say.text("guideline.issued");
        });
        if (!done) {
            next.addFlashAttribute("given", neu);
        }
        return done ? "redirect:/procedures" : "redirect:/guidelines/new";
    }

    @PostMapping("/guidelines/suggested")
    String suggested(@ModelAttribute("say") Say say, Principal principal, RedirectAttributes next) {
        Said.after(next, () -> {
            guidelines.issue(guidelines.suggested(), Me.of(principal));
            return say.text("guideline.issued");
        });
        return "redirect:/procedures";
    }

    @PostMapping("/guidelines/{number}/acknowledge")
    String acknowledge(
            @PathVariable int number,
            @RequestParam String language,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        Said.after(next, () -> {
            guidelines.acknowledge(number, Language.valueOf(language), Me.of(principal));
            return say.text("guideline.acknowledged");
        });
        return "redirect:/procedures#guideline";
    }
}
