package holdfast.server.console.incident;

import holdfast.server.access.Language;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.say.Say;
import holdfast.server.incident.IncidentId;
import holdfast.server.incident.Incidents;
import holdfast.server.incident.Statements;
import holdfast.server.incident.Statements.Statement;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The public statement: drafted from the record, edited by one, let go by the head who did not write it. */
@Controller
class StatementPage {
    private final Statements statements;
    private final Incidents incidents;
    private final Names names;

    StatementPage(Statements statements, Incidents incidents, Names names) {
        this.statements = statements;
        this.incidents = incidents;
        this.names = names;
    }

    /** The text in one language. */
    record Text(String code, String language, String tag, String text, List<String> paragraphs) {}

    @GetMapping("/incidents/{id}/statement")
    String statement(@PathVariable String id, @ModelAttribute("say") Say say, Principal who, Model model) {
        IncidentId incident = new IncidentId(id);
        model.addAttribute("head", IncidentHead.of(incidents.incident(incident), say));
        Optional<Statement> found = statements.statement(incident);
        boolean approved = found.flatMap(Statement::approver).isPresent();
        model.addAttribute(
                "title",
                say.text(
                        found.isEmpty()
                                ? "statement.title.none"
                                : approved ? "statement.title.approved" : "statement.title.draft"));
        model.addAttribute("statement", found.orElse(null));
        model.addAttribute("texts", found.map(one -> texts(one, say)).orElse(List.of()));
        model.addAttribute("approved", approved);
        model.addAttribute("author", found.map(Statement::author).map(names::of).orElse(""));
        model.addAttribute(
                "approver", found.flatMap(Statement::approver).map(names::of).orElse(""));
        model.addAttribute("may", May.of(names.person(Me.of(who))));
        return "console/statement";
    }

    private static List<Text> texts(Statement statement, Say say) {
        return Stream.of(Language.values())
                .filter(language -> statement.text().containsKey(language))
                .map(language -> text(language, String.valueOf(statement.text().get(language)), say))
                .toList();
    }

    private static Text text(Language language, String text, Say say) {
        String tag = language.locale().toLanguageTag();
        return new Text(
                language.name(),
                say.text("language." + language.name()),
                tag,
                text,
                text.lines().filter(line -> !line.isBlank()).toList());
    }

    @PostMapping("/incidents/{id}/statement")
    String draft(@PathVariable String id, @ModelAttribute("say") Say say, Principal who, RedirectAttributes next) {
        return Acts.then(page(id), next, () -> {
            statements.draft(new IncidentId(id), Me.of(who));
            return say.text("statement.drafted");
        });
    }

    @PostMapping("/incidents/{id}/statement/{language}")
    String edit(
            @PathVariable String id,
            @PathVariable Language language,
            @RequestParam String text,
            @ModelAttribute("say") Say say,
            Principal who,
            RedirectAttributes next) {
        return Acts.then(page(id), next, () -> {
            statements.edit(new IncidentId(id), language, text.replace("\r\n", "\n"), Me.of(who));
            return say.text("statement.edited");
        });
    }

    @PostMapping("/incidents/{id}/statement/approve")
    String approve(@PathVariable String id, @ModelAttribute("say") Say say, Principal who, RedirectAttributes next) {
        return Acts.then(page(id), next, () -> {
            statements.approve(new IncidentId(id), Me.of(who));
            return say.text("statement.approved");
        });
    }

    private static String page(String id) {
        return "/incidents/" + id + "/statement";
    }
}
