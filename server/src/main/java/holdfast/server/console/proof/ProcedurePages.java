package holdfast.server.console.proof;

import holdfast.server.access.Language;
import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.page.Said;
import holdfast.server.console.say.Languages;
import holdfast.server.console.say.Say;
import holdfast.server.procedure.Guideline;
import holdfast.server.procedure.Guidelines;
import holdfast.server.procedure.ProcedureVersion;
import holdfast.server.procedure.Procedures;
import holdfast.server.procedure.Rule;
import holdfast.server.record.ActorId;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rules of transit, version after version, and the guideline that everybody who carries media acknowledges. */
@Controller
class ProcedurePages {
    private final Procedures procedures;
    private final Guidelines guidelines;
    private final People people;
    private final Names names;

    ProcedurePages(Procedures procedures, Guidelines guidelines, People people, Names names) {
        this.procedures = procedures;
        this.guidelines = guidelines;
        this.people = people;
        this.names = names;
    }

    /** A rule in words, with what is set on it. */
    record RuleView(String id, String text, String set) {}

    /** A version in the history. */
    record VersionView(
            int number,
            String title,
            String reason,
            String by,
            @Nullable String approvedBy,
            String since,
            boolean inForce,
            boolean open) {}

    /** Whether a person has acknowledged. */
    record Reader(String name, String post, @Nullable Instant at) {}

    /** The guideline in force, as this reader reads it. */
    record GuidelineView(
            int number,
            String title,
            List<String> paragraphs,
            String by,
            Instant at,
            boolean acknowledged,
            String language) {}

    @GetMapping("/procedures")
    String procedures(@ModelAttribute("say") Say say, Principal principal, Model model) {
        ActorId me = Me.of(principal);
        ProcedureVersion inForce = procedures.inForce();
        Optional<Guideline> guideline = guidelines.inForce();
        List<Reader> readers = guideline.map(this::readers).orElse(List.of());
        long missing = readers.stream().filter(reader -> reader.at() == null).count();
        model.addAttribute("title", title(guideline, missing, inForce, say));
        model.addAttribute("version", inForce);
        model.addAttribute(
                "rules", inForce.rules().stream().map(rule -> rule(rule, say)).toList());
        model.addAttribute(
                "history",
                procedures.history().stream()
                        .map(one -> version(one, inForce, say))
                        .toList());
        model.addAttribute("guideline", guideline.map(one -> view(one, me, say)).orElse(null));
        model.addAttribute("readers", readers);
        Person person = people.person(me);
        model.addAttribute("mayPropose", person.holdsAny(Role.MANAGER, Role.DPO, Role.ADMINISTRATOR));
        model.addAttribute("mayIssue", person.holdsAny(GuidelinePages.ISSUERS));
        return "console/procedures";
    }

    @PostMapping("/procedures/{number}/approve")
    String approve(
            @PathVariable int number, @ModelAttribute("say") Say say, Principal principal, RedirectAttributes next) {
        Said.after(next, () -> {
            procedures.approve(number, Me.of(principal));
            return say.text("procedure.approved");
        });
        return "redirect:/procedures";
    }

    private static String title(Optional<Guideline> guideline, long missing, ProcedureVersion version, Say say) {
        if (guideline.isEmpty()) {
            return say.text("procedures.title.noGuideline", version.number());
        }
        return missing == 0
                ? say.text("procedures.title", version.number())
                : say.text("procedures.title.missing", missing);
    }

    private static RuleView rule(Rule rule, Say say) {
        return new RuleView(rule.id(), RuleWords.text(rule, say), RuleWords.set(rule, say));
    }

    private VersionView version(ProcedureVersion one, ProcedureVersion inForce, Say say) {
        return new VersionView(
                one.number(),
                say.said(one.titleSaid()),
                say.said(one.reasonSaid()),
                names.of(one.proposedBy()),
                one.approvedBy().map(names::of).orElse(null),
                one.builtIn()
                        ? say.text("version.builtIn")
                        : one.since().map(say::time).orElse(""),
                one.number() == inForce.number(),
                one.since().isEmpty() && one.number() > inForce.number());
    }

    private GuidelineView view(Guideline one, ActorId me, Say say) {
        Language language = Language.valueOf(Languages.of(say.locale()).name());
        return new GuidelineView(
                one.number(),
                one.title().getOrDefault(language, ""),
                List.of(one.text().getOrDefault(language, "").split("\\R+")),
                names.of(one.issuedBy()),
                one.issuedAt(),
                guidelines.acknowledged(me),
                language.name());
    }

    private List<Reader> readers(Guideline guideline) {
        var acknowledged = guidelines.acknowledgements(guideline.number()).stream()
                .collect(Collectors.toMap(
                        Guidelines.Acknowledgement::person, Guidelines.Acknowledgement::at, (a, b) -> a));
        Set<Role> carry = Set.of(Role.COURIER, Role.SITE_OFFICER, Role.OPERATOR);
        return names.active().stream()
                .filter(person -> person.roles().stream().anyMatch(carry::contains))
                .map(person -> new Reader(person.name(), person.post(), acknowledged.get(person.id())))
                .sorted(java.util.Comparator.comparing((Reader reader) -> reader.at() != null)
                        .thenComparing(Reader::name))
                .toList();
    }
}
