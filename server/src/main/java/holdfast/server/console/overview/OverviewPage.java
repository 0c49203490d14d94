package holdfast.server.console.overview;

import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.console.overview.Trips.Trip;
import holdfast.server.console.page.EntryView;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.say.Say;
import holdfast.server.custody.Consignments;
import holdfast.server.incident.Incident;
import holdfast.server.incident.Incidents;
import holdfast.server.media.Cartridge;
import holdfast.server.media.Cartridges;
import holdfast.server.media.Whereabouts;
import holdfast.server.record.LedgerBook;
import holdfast.server.record.Status;
import holdfast.server.watch.OpenDue;
import holdfast.server.watch.Watch;
import holdfast.tape.Barcode;
import java.security.Principal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The first page. Its title is the answer. */
@Controller
class OverviewPage {
    private static final int DUES_SHOWN = 6;
    private static final int RECENT = 60;

    private final People people;
    private final Consignments consignments;
    private final Trips trips;
    private final Cartridges cartridges;
    private final Incidents incidents;
    private final OpenIncidents openIncidents;
    private final FirstSteps firstSteps;
    private final Watch watch;
    private final LedgerBook book;
    private final Names names;

    OverviewPage(
            People people,
            Consignments consignments,
            Trips trips,
            Cartridges cartridges,
            Incidents incidents,
            OpenIncidents openIncidents,
            FirstSteps firstSteps,
            Watch watch,
            LedgerBook book,
            Names names) {
        this.people = people;
        this.consignments = consignments;
        this.trips = trips;
        this.cartridges = cartridges;
        this.incidents = incidents;
        this.openIncidents = openIncidents;
        this.firstSteps = firstSteps;
        this.watch = watch;
        this.book = book;
        this.names = names;
    }

    /** Something that should happen, to the minute: the same thing of several batches is one row. */
    record DueRow(String what, String about, @Nullable String href, Instant due, boolean late) {}

    /** How many cartridges are at a place. */
    record PlaceRow(String name, long count, String href, String css, String note) {}

    @GetMapping("/")
    String overview(@ModelAttribute("say") Say say, Principal principal, Model model) {
        Person me = people.person(Me.of(principal));
        List<OpenDue> dues = watch.open();
        List<Trip> underway = trips.underway(dues, me, say);
        // What is on the way is not counted for whoever may have to count it.
        Set<Barcode> kept = consignments.keptFrom(me);
        List<Cartridge> register = cartridges.all();
        List<Cartridge> all =
                register.stream().filter(one -> !kept.contains(one.barcode())).toList();
        List<Incident> open = incidents.all().stream()
                .filter(one -> one.stage() != Incident.Stage.RESOLVED)
                .toList();
        List<DueRow> next = dues.stream()
                .map(due -> row(due, say))
                .distinct()
                .limit(DUES_SHOWN)
                .toList();
        Status status = book.status();
        model.addAttribute("title", title(underway, open, next, register.isEmpty(), say));
        model.addAttribute("lede", lede(all, !kept.isEmpty(), status, say));
        model.addAttribute("first", register.isEmpty() ? firstSteps.steps() : List.of());
        model.addAttribute("trips", underway);
        model.addAttribute(
                "incidents",
                open.stream().map(one -> openIncidents.row(one, say)).toList());
        model.addAttribute("dues", next);
        model.addAttribute("places", places(all, say));
        model.addAttribute(
                "recent",
                EntryView.runs(book.page(Long.MAX_VALUE, RECENT), say, names).stream()
                        .limit(DUES_SHOWN)
                        .toList());
        model.addAttribute("sealed", status.size() == status.witnessed());
        model.addAttribute(
                "proof", say.text("overview.proof", say.number(status.witnessed()), say.number(status.size())));
        return "console/overview";
    }

    private static String title(List<Trip> trips, List<Incident> open, List<DueRow> dues, boolean empty, Say say) {
        long late = trips.stream().filter(trip -> trip.standing().late()).count();
        if (late > 0) {
            return say.text("overview.title.late", late);
        }
        long lost = open.stream().mapToLong(one -> one.lost().size()).sum();
        if (lost > 0) {
            return say.text("overview.title.lost", lost);
        }
        if (!open.isEmpty()) {
            return say.text("overview.title.incident", open.size());
        }
        long overdue = dues.stream().filter(DueRow::late).count();
        if (overdue > 0) {
            return say.text("overview.title.overdue", overdue);
        }
        return say.text(empty ? "overview.title.empty" : "overview.title.calm");
    }

    private static String lede(List<Cartridge> all, boolean kept, Status status, Say say) {
        long held = all.stream().filter(one -> one.whereabouts().held()).count();
        String ledger = say.text(
                status.size() == status.witnessed() ? "overview.ledger.sealed" : "overview.ledger.open",
                say.number(status.size()),
                say.number(status.size() - status.witnessed()));
        return say.text(kept ? "overview.lede.kept" : "overview.lede", held, say.number(held), ledger);
    }

    private DueRow row(OpenDue due, Say say) {
        var expected = due.expectation();
        String key = "due." + expected.what();
        String href = switch (expected.about().kind()) {
            case "consignment" -> "/transit/" + expected.about().id();
            case "incident" -> "/incidents/" + expected.about().id();
            case "cartridge" -> "/media/" + expected.about().id();
            default -> null;
        };
        return new DueRow(
                say.known(key) ? say.text(key) : expected.what(),
                expected.about().id(),
                href,
                expected.due().truncatedTo(ChronoUnit.MINUTES),
                say.past(expected.due()));
    }

    private List<PlaceRow> places(List<Cartridge> all, Say say) {
        Map<String, Long> counts = new LinkedHashMap<>();
        names.sites(say.locale()).forEach(site -> counts.put(names.of(site.id()), 0L));
        long away = 0;
        long lost = 0;
        for (Cartridge one : all) {
            switch (one.whereabouts()) {
                case Whereabouts.AtSite here -> counts.merge(names.of(here.site()), 1L, Long::sum);
                case Whereabouts.InCase in -> counts.merge(names.of(in.site()), 1L, Long::sum);
                case Whereabouts.Found found -> counts.merge(names.of(found.site()), 1L, Long::sum);
                case Whereabouts.InTransit _ -> away++;
                case Whereabouts.Lost _ -> lost++;
                case Whereabouts.Disposed _ -> {}
            }
        }
        List<PlaceRow> rows = new ArrayList<>();
        counts.forEach((name, count) -> rows.add(new PlaceRow(
                name,
                count,
                "/media?q=" + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8),
                "",
                "")));
        if (away > 0) {
            rows.add(new PlaceRow(
                    say.text("nav.transit"), away, "/media?state=transit", "moving", say.text("media.state.transit")));
        }
        if (lost > 0) {
            rows.add(new PlaceRow(
                    say.text("overview.lost"), lost, "/media?state=lost", "lost", say.text("media.state.lost")));
        }
        return rows;
    }
}
