package holdfast.server.console.count;

import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.page.Said;
import holdfast.server.console.say.Say;
import holdfast.server.media.CountRhythm;
import holdfast.server.media.Stocktake;
import holdfast.server.media.Stocktakes;
import holdfast.server.place.Places;
import holdfast.server.place.Site;
import holdfast.server.place.SiteId;
import holdfast.server.record.Ref;
import holdfast.server.watch.OpenDue;
import holdfast.server.watch.Watch;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Every site: when it was last counted, when it is due again, what is still unexplained. */
@Controller
class StocktakesPage {
    private static final int PAST = 20;

    private final Stocktakes stocktakes;
    private final Places places;
    private final Watch watch;
    private final People people;
    private final Names names;

    StocktakesPage(Stocktakes stocktakes, Places places, Watch watch, People people, Names names) {
        this.stocktakes = stocktakes;
        this.places = places;
        this.watch = watch;
        this.people = people;
        this.names = names;
    }

    /**
     * A site.
     *
     * @param last when it was last counted; null if never
     * @param next when the next count is due; null if no rhythm was set
     * @param days the rhythm; 0 if none was set
     * @param mine whether the reader may count here
     */
    record SiteRow(
            String id,
            String name,
            @Nullable Instant last,
            String lastBy,
            @Nullable Instant next,
            boolean late,
            int days,
            boolean mine) {}

    /** A count that was given. */
    record CountRow(String id, String site, Instant at, String by, int proven, int differences, int open) {}

    @GetMapping("/stocktakes")
    String stocktakes(@ModelAttribute("say") Say say, Principal principal, Model model) {
        Person me = people.person(Me.of(principal));
        List<Site> sites = names.sites(say.locale());
        Map<SiteId, List<Stocktake>> counts =
                sites.stream().collect(Collectors.toMap(Site::id, site -> stocktakes.at(site.id())));
        Map<SiteId, CountRhythm> rhythms =
                stocktakes.rhythms().stream().collect(Collectors.toMap(CountRhythm::site, Function.identity()));
        List<SiteRow> rows = sites.stream()
                .map(site -> row(site, counts.getOrDefault(site.id(), List.of()), rhythms.get(site.id()), me, say))
                .toList();
        List<Difference> open = stocktakes.open().stream()
                .map(finding -> Difference.of(finding, stocktakes.stocktake(finding.stocktake()), me, names, say))
                .toList();
        model.addAttribute("title", title(rows, open.size(), say));
        model.addAttribute("sites", rows);
        model.addAttribute("open", open);
        model.addAttribute("mayPlan", me.holdsAny(Role.MANAGER, Role.HEAD));
        model.addAttribute(
                "past",
                counts.values().stream()
                        .flatMap(List::stream)
                        .filter(one -> one.countedAt().isPresent())
                        .map(this::count)
                        .sorted((a, b) -> b.at().compareTo(a.at()))
                        .limit(PAST)
                        .toList());
        return "console/stocktakes";
    }

    @PostMapping("/stocktakes")
    String begin(@RequestParam String site, Principal principal) {
        return "redirect:/stocktakes/" + stocktakes.begin(new SiteId(site), Me.of(principal));
    }

    @PostMapping("/stocktakes/rhythm")
    String every(
            @RequestParam String site,
            @RequestParam int days,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        Said.after(next, () -> {
            stocktakes.every(new SiteId(site), days, Me.of(principal));
            return say.text("count.every.done", names.of(new SiteId(site)), days);
        });
        return "redirect:/stocktakes";
    }

    @PostMapping("/stocktakes/findings/{finding}")
    String settle(
            @PathVariable UUID finding,
            @RequestParam String explanation,
            @ModelAttribute("say") Say say,
            Principal principal,
            RedirectAttributes next) {
        Said.after(next, () -> {
            stocktakes.settle(finding, explanation, Me.of(principal));
            return say.text("count.settled");
        });
        return "redirect:/stocktakes";
    }

    private static String title(List<SiteRow> sites, int open, Say say) {
        long late = sites.stream().filter(SiteRow::late).count();
        if (late > 0) {
            return say.text("count.title.late", late);
        }
        if (open > 0) {
            return say.text("count.title.open", open);
        }
        long without = sites.stream().filter(row -> row.days() == 0).count();
        return without > 0 || sites.isEmpty() ? say.text("count.title.without", without) : say.text("count.title.calm");
    }

    private SiteRow row(Site site, List<Stocktake> counts, @Nullable CountRhythm rhythm, Person me, Say say) {
        Optional<Stocktake> last =
                counts.stream().filter(one -> one.countedAt().isPresent()).findFirst();
        Instant next = rhythm == null ? null : due(rhythm);
        return new SiteRow(
                site.id().value(),
                names.of(site.id()),
                last.flatMap(Stocktake::countedAt).orElse(null),
                last.map(one -> names.of(one.counter())).orElse(""),
                next,
                say.past(next),
                rhythm == null ? 0 : rhythm.days(),
                me.holdsAny(Role.SITE_OFFICER, Role.OPERATOR)
                        && places.postedAt(site.id()).contains(me.id()));
    }

    private @Nullable Instant due(CountRhythm rhythm) {
        return watch.open(new Ref("site", rhythm.site().value())).stream()
                .filter(due -> due.id().equals(rhythm.watch()))
                .map(OpenDue::expectation)
                .map(expected -> expected.due())
                .findFirst()
                .orElse(null);
    }

    private CountRow count(Stocktake one) {
        long open = one.findings().stream()
                .filter(finding -> finding.settlement().isEmpty())
                .count();
        return new CountRow(
                one.id().toString(),
                names.of(one.site()),
                one.countedAt().orElseThrow(),
                names.of(one.counter()),
                one.counted(),
                one.findings().size(),
                (int) open);
    }
}
