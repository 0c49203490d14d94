package holdfast.server.console.count;

import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.page.ProofView;
import holdfast.server.console.page.Said;
import holdfast.server.console.page.Scanned;
import holdfast.server.console.say.Say;
import holdfast.server.media.CaseId;
import holdfast.server.media.SealNumber;
import holdfast.server.media.StockCount;
import holdfast.server.media.Stocktake;
import holdfast.server.media.StocktakeId;
import holdfast.server.media.Stocktakes;
import holdfast.server.platform.Invalid;
import holdfast.server.record.LedgerBook;
import holdfast.server.record.Ref;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One count. Before it is given it is a phone's screen that knows the site and nothing of what is expected there; after,
 * it is what the count came to.
 */
@Controller
class CountPage {
    private final Stocktakes stocktakes;
    private final LedgerBook book;
    private final People people;
    private final Names names;

    CountPage(Stocktakes stocktakes, LedgerBook book, People people, Names names) {
        this.stocktakes = stocktakes;
        this.book = book;
        this.people = people;
        this.names = names;
    }

    @GetMapping("/stocktakes/{id}")
    String count(@PathVariable String id, @ModelAttribute("say") Say say, Principal principal, Model model) {
        Stocktake one = stocktakes.stocktake(StocktakeId.parse(id));
        model.addAttribute("id", id);
        model.addAttribute("site", names.of(one.site()));
        if (one.countedAt().isEmpty() && one.counter().equals(Me.of(principal))) {
            return "console/count";
        }
        Person me = people.person(Me.of(principal));
        Ref about = new Ref("stocktake", id);
        List<Difference> differences = one.findings().stream()
                .map(finding -> Difference.of(finding, one, me, names, say))
                .toList();
        model.addAttribute("given", one.countedAt().isPresent());
        model.addAttribute("title", title(one, say));
        model.addAttribute(
                "lede",
                say.text(
                        "count.lede",
                        names.of(one.site()),
                        names.of(one.counter()),
                        say.time(one.countedAt().orElse(one.begunAt()))));
        model.addAttribute("differences", differences);
        model.addAttribute("proof", ProofView.of(about, book.about(about), say));
        return "console/counted";
    }

    /** {@code cases} has one case a line: its number, then its seal's, or nothing if it is open. */
    @PostMapping("/stocktakes/{id}")
    String give(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String cases,
            @RequestParam(defaultValue = "") String barcodes,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        boolean done = Said.after(next, () -> {
            StockCount seen = new StockCount(Scanned.barcodes(barcodes), cases(cases));
            Stocktake given = stocktakes.count(StocktakeId.parse(id), seen, Me.of(principal));
            return say.text(given.findings().isEmpty() ? "count.given.clean" : "count.given.differs");
        });
        if (!done) {
            // What was scanned is not scanned again because one number was mistyped.
            next.addFlashAttribute("cases", cases).addFlashAttribute("barcodes", barcodes);
        }
        return "redirect:/stocktakes/" + id;
    }

    private static String title(Stocktake one, Say say) {
        if (one.countedAt().isEmpty()) {
            return say.text("count.title.begun");
        }
        return one.findings().isEmpty()
                ? say.text("count.title.clean", one.counted())
                : say.text("count.title.differs", one.findings().size(), one.counted());
    }

    private static Map<CaseId, Optional<SealNumber>> cases(String text) {
        Map<CaseId, Optional<SealNumber>> cases = new LinkedHashMap<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            String[] words = line.split("[\\s,;]+", -1);
            if (words.length > 2) {
                throw new Invalid("refused.case-line", line);
            }
            cases.put(
                    Scanned.box(words[0]), words.length == 1 ? Optional.empty() : Optional.of(Scanned.seal(words[1])));
        });
        return cases;
    }
}
