package holdfast.server.console.proof;

import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.page.ProofView;
import holdfast.server.console.say.Say;
import holdfast.server.platform.Unknown;
import holdfast.server.procedure.ProcedureVersion;
import holdfast.server.procedure.Procedures;
import holdfast.server.procedure.Rule;
import holdfast.server.record.LedgerBook;
import holdfast.server.record.Ref;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** One version of the procedure, in force, past or proposed, held against the one in force. */
@Controller
class VersionPage {
    private final Procedures procedures;
    private final LedgerBook book;
    private final People people;
    private final Names names;

    VersionPage(Procedures procedures, LedgerBook book, People people, Names names) {
        this.procedures = procedures;
        this.book = book;
        this.people = people;
        this.names = names;
    }

    /** A rule of this version or of the one in force; {@code change} is the tail of a message key, empty if equal. */
    record Line(String text, String set, String change) {}

    @GetMapping("/procedures/{number:[0-9]+}")
    String version(@PathVariable int number, @ModelAttribute("say") Say say, Principal principal, Model model) {
        Person me = people.person(Me.of(principal));
        ProcedureVersion inForce = procedures.inForce();
        ProcedureVersion one = procedures.history().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(() -> new Unknown("refused.version-unknown", number));
        boolean open = one.since().isEmpty() && number > inForce.number();
        boolean mine = one.proposedBy().equals(me.id());
        Ref about = new Ref("procedure", Integer.toString(number));
        model.addAttribute("version", one);
        model.addAttribute("name", say.said(one.titleSaid()));
        model.addAttribute("reason", say.said(one.reasonSaid()));
        model.addAttribute("title", title(one, inForce, open, say));
        model.addAttribute("by", names.of(one.proposedBy()));
        model.addAttribute("approvedBy", one.approvedBy().map(names::of).orElse(""));
        model.addAttribute("lines", lines(one, inForce, say));
        model.addAttribute("compared", number != inForce.number());
        model.addAttribute("inForce", inForce.number());
        model.addAttribute("mine", open && mine);
        model.addAttribute("may", open && !mine && me.holdsAny(Role.HEAD, Role.MANAGER));
        model.addAttribute("proof", ProofView.of(about, book.about(about), say));
        return "console/version";
    }

    private static String title(ProcedureVersion one, ProcedureVersion inForce, boolean open, Say say) {
        if (one.number() == inForce.number()) {
            return say.text("version.title.inForce", one.number());
        }
        return say.text(open ? "version.title.open" : "version.title.past", one.number());
    }

    private static List<Line> lines(ProcedureVersion one, ProcedureVersion inForce, Say say) {
        List<Line> lines = new ArrayList<>();
        for (Rule rule : one.rules()) {
            Optional<Rule> now = find(inForce, rule);
            String change = now.isEmpty() ? "added" : now.get().equals(rule) ? "" : "changed";
            lines.add(new Line(RuleWords.text(rule, say), RuleWords.set(rule, say), change));
        }
        inForce.rules().stream()
                .filter(rule -> find(one, rule).isEmpty())
                .forEach(rule -> lines.add(new Line(RuleWords.text(rule, say), RuleWords.set(rule, say), "dropped")));
        return lines;
    }

    private static Optional<Rule> find(ProcedureVersion version, Rule like) {
        return version.rules().stream()
                .filter(rule -> rule.id().equals(like.id()))
                .findFirst();
    }
}
