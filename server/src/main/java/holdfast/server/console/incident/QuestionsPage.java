package holdfast.server.console.incident;

import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.say.Say;
import holdfast.server.incident.AuthorityReports;
import holdfast.server.incident.AuthorityReports.Question;
import holdfast.server.incident.Condition;
import holdfast.server.incident.IncidentId;
import holdfast.server.incident.Incidents;
import holdfast.server.incident.Incidents.Judgement;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the authorities ask and no record can answer: each question, who is to answer it, and who did, and when. */
@Controller
class QuestionsPage {
    private final AuthorityReports reports;
    private final Incidents incidents;
    private final Names names;

    QuestionsPage(AuthorityReports reports, Incidents incidents, Names names) {
        this.reports = reports;
        this.incidents = incidents;
        this.names = names;
    }

    /** A field of the forms. */
    record Asked(
            String field,
            String label,
            String by,
            String hint,
            String forms,
            String answer,
            String answeredBy,
            @Nullable Instant at) {}

    /** A condition on which rules depend; {@code holds} is empty while nobody has judged it. */
    record Judged(
            String condition,
            String question,
            String holds,
            String reason,
            String by,
            @Nullable Instant at) {}

    @GetMapping("/incidents/{id}/questions")
    String questions(@PathVariable String id, @ModelAttribute("say") Say say, Principal who, Model model) {
        IncidentId incident = new IncidentId(id);
        List<Asked> asked =
                reports.questions(incident).stream().map(one -> asked(one, say)).toList();
        long open = asked.stream().filter(one -> one.at() == null).count();
        model.addAttribute("head", IncidentHead.of(incidents.incident(incident), say));
        model.addAttribute(
                "title", open == 0 ? say.text("questions.title.done") : say.text("questions.title.open", open));
        model.addAttribute(
                "open", asked.stream().filter(one -> one.at() == null).toList());
        model.addAttribute(
                "answered", asked.stream().filter(one -> one.at() != null).toList());
        model.addAttribute("judged", judged(incident, say));
        model.addAttribute("may", May.of(names.person(Me.of(who))));
        return "console/questions";
    }

    private Asked asked(Question one, Say say) {
        return new Asked(
                one.field(),
                say.known("field." + one.field()) ? say.text("field." + one.field()) : one.label(),
                named("by.", one.by(), say),
                say.known("hint." + one.field()) ? say.text("hint." + one.field()) : one.hint(),
                one.forms().stream()
                        .map(form -> say.text("form." + form.name()))
                        .collect(Collectors.joining(say.text("list.comma"))),
                one.answer().map(AuthorityReports.Answered::text).orElse(""),
                one.answer().map(AuthorityReports.Answered::by).map(names::of).orElse(""),
                one.answer().map(AuthorityReports.Answered::at).orElse(null));
    }

    /** Who is to answer, in the reader's language: 'the system manager' has the key {@code by.system-manager}. */
    private static String named(String prefix, String english, Say say) {
        String key = prefix
                + english.replace("the ", "").toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        return say.known(key) ? say.text(key) : english;
    }

    private List<Judged> judged(IncidentId incident, Say say) {
        Map<Condition, Judgement> judgements = incidents.judgements(incident).stream()
                .collect(Collectors.toMap(Judgement::condition, Function.identity()));
        return Stream.of(Condition.values())
                .filter(Condition::judged)
                .filter(one -> one != Condition.UNSECURED_PHI && one != Condition.CRITICAL_INFRASTRUCTURE)
                .map(one -> judged(one, judgements.get(one), say))
                .toList();
    }

    private Judged judged(Condition condition, @Nullable Judgement found, Say say) {
        String question = say.text("condition." + condition.name());
        return found == null
                ? new Judged(condition.name(), question, "", "", "", null)
                : new Judged(
                        condition.name(),
                        question,
                        say.text(found.holds() ? "questions.yes" : "questions.no"),
                        found.reason(),
                        names.of(found.by()),
                        found.at());
    }

    @PostMapping("/incidents/{id}/questions/{field}")
    String answer(
            @PathVariable String id,
            @PathVariable String field,
            @RequestParam String answer,
            @ModelAttribute("say") Say say,
            Principal who,
            RedirectAttributes next) {
        return Acts.then(page(id), next, () -> {
            reports.answer(new IncidentId(id), field, answer, Me.of(who));
            return say.text("report.answered");
        });
    }

    @PostMapping("/incidents/{id}/conditions/{condition}")
    String judge(
            @PathVariable String id,
            @PathVariable Condition condition,
            @RequestParam boolean holds,
            @RequestParam String reason,
            @ModelAttribute("say") Say say,
            Principal who,
            RedirectAttributes next) {
        return Acts.then(page(id), next, () -> {
            incidents.answer(new IncidentId(id), condition, holds, reason, Me.of(who));
            return say.text("questions.judged");
        });
    }

    private static String page(String id) {
        return "/incidents/" + id + "/questions";
    }
}
